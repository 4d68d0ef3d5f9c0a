import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '../../figure/figure.ts';
import type { FigureUnit } from '../../figure/unit.ts';
import { refuse } from './calibrated/setup.ts';
import type { ReplicaPrediction } from './replica-case.ts';
import { type Demand, requestsAtOnce } from './requests-at-once.ts';

function figure(value: number, unit: FigureUnit, p90?: number): Figure {
  const band = p90 === undefined ? undefined : { p10: (value * value) / p90, p90 };
  return { id: unit, kind: 'stated', answer: unit, label: unit, unit, value, band };
}

/** 100 ms to the first token and 10 ms a token for one request; each doubling takes a fifth longer. Bands are half as much again. */
function slower(concurrency: number): ReplicaPrediction {
  const factor = 1.2 ** Math.log2(concurrency);
  const around = (p50: number) => ({ p10: p50 / 1.5, p50, p90: p50 * 1.5 });
  return {
    kind: 'prediction',
    concurrency,
    timeToFirstTokenMs: around(100 * factor),
    timePerOutputTokenMs: around(10 * factor),
    fitsInMemory: concurrency <= 64,
    notes: [],
  };
}

function chosen(
  peak: number,
  { first, total, upperPeak }: { first?: number; total?: number; upperPeak?: number },
) {
  const demand: Demand = {
    allowed: {
      first: first === undefined ? undefined : figure(first, 's'),
      total: total === undefined ? undefined : figure(total, 's'),
    },
    outputTokens: figure(100, 'tokens'),
    peakRequestsPerSecond: figure(peak, 'requests-per-second', upperPeak),
    utilisation: 0.7,
    most: 128,
  };
  const found = requestsAtOnce(slower, demand);
  return found.kind === 'refusal' ? found : { at: found.concurrency, keepsTimes: found.keepsTimes };
}

describe('requests at once', () => {
  it('are as many as memory holds when the load needs them and no time is stated', () => {
    expect(chosen(10_000, {})).toEqual({ at: 64, keepsTimes: 'surely' });
  });

  it('are so few that the upper end of the band keeps the stated time', () => {
    // At 8 requests the first token takes 173 ms, at most 259; at 16 it takes 207, at most 311.
    expect(chosen(10_000, { first: 0.26 })).toEqual({ at: 8, keepsTimes: 'surely' });
  });

  it('keep the stated time in the base case where no number keeps it surely', () => {
    expect(chosen(10_000, { first: 0.13 })).toEqual({ at: 2, keepsTimes: 'likely' });
  });

  it('are one where even that is too slow', () => {
    expect(chosen(10_000, { first: 0.05 })).toEqual({ at: 1, keepsTimes: 'no' });
  });

  it('count the whole answer', () => {
    // 1.1 s at one request; at 4 requests 1.58 s, and about 2.31 s at the upper end.
    expect(chosen(10_000, { total: 2.4 })).toEqual({ at: 4, keepsTimes: 'surely' });
  });

  it('are no more than the upper end of the peak needs', () => {
    expect(chosen(0.1, {})).toEqual({ at: 1, keepsTimes: 'surely' });
    // One request at a time carries 0.64 per second at best, and 0.44 when all is slow.
    expect(chosen(0.1, { upperPeak: 0.6 })).toEqual({ at: 2, keepsTimes: 'surely' });
  });

  it('need no more replicas for less load', () => {
    const replicas = (peak: number) => {
      const found = chosen(peak, { first: 0.26 });
      if ('kind' in found) throw new Error(found.reason);
      const { timeToFirstTokenMs, timePerOutputTokenMs } = slower(found.at);
      const seconds = (timeToFirstTokenMs.p50 + 100 * timePerOutputTokenMs.p50) / 1_000;
      return Math.ceil((peak * seconds) / (found.at * 0.7));
    };
    const peaks = fc.tuple(
      fc.double({ min: 0.01, max: 500, noNaN: true }),
      fc.double({ min: 1, max: 3, noNaN: true }),
    );
    fc.assert(
      fc.property(peaks, ([peak, factor]) => {
        expect(replicas(peak * factor)).toBeGreaterThanOrEqual(replicas(peak));
      }),
    );
  });

  it('are refused with the reason of the first prediction', () => {
    const refusal = refuse('gpu-not-measured', 'no');
    const demand: Demand = {
      allowed: { first: undefined, total: undefined },
      outputTokens: figure(100, 'tokens'),
      peakRequestsPerSecond: figure(1, 'requests-per-second'),
      utilisation: 0.7,
      most: 128,
    };
    expect(requestsAtOnce(() => refusal, demand)).toBe(refusal);
  });
});
