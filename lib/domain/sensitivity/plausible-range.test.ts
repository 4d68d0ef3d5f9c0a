import { describe, expect, it } from 'vitest';
import type { Band, Figure } from '../figure/figure.ts';
import { drawSamples } from '../figure/sampling.ts';
import { plausibleRange } from './plausible-range.ts';

function figure(value: number, band?: Band): Figure {
  return { id: 'a', label: 'A', unit: 'count', kind: 'assumed', assumption: 'a', value, band };
}

describe('the plausible range of an input', () => {
  it.each([
    ['all positive', 100, { p10: 60, p90: 300 }],
    ['from zero on', 0.2, { p10: 0, p90: 0.6 }],
    ['below zero too', 10, { p10: -20, p90: 60 }],
  ])('spans the 1st to the 99th percentile of its draws, %s', (_, value, band) => {
    const draws = drawSamples('a', value, band).toSorted();
    const range = plausibleRange(figure(value, band));
    const at = (share: number) => draws[Math.floor(share * draws.length)] ?? Number.NaN;
    const width = at(0.99) - at(0.01);
    expect(Math.abs((range?.p1 ?? Infinity) - at(0.01))).toBeLessThan(0.05 * width);
    expect(Math.abs((range?.p99 ?? Infinity) - at(0.99))).toBeLessThan(0.05 * width);
  });

  it('is not there for what is known exactly', () => {
    expect(plausibleRange(figure(3))).toBeUndefined();
  });
});
