import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { assessmentOf, said, serving } from '../../analysis/clients.fixture.ts';
import { computeBase } from '../../analysis/compute-base.ts';
import type { Figure } from '../../figure/figure.ts';
import { LedgerBuilder } from '../../figure/ledger-builder.ts';
import { ledgerOf } from '../../figure/ledger.ts';
import { marketOf } from '../market.ts';
import type { Check, Option } from '../option.ts';
import { latencyCheck } from './performance.ts';

const catalogue = await readCatalogue();

function served(firstTokenSeconds: number) {
  const workload = serving(20_000, {
    firstTokenTime: { ...said, value: firstTokenSeconds, unit: 's' },
    model: { ...said, value: 'Qwen3-32B' },
  });
  const { needs, figures } = computeBase(assessmentOf({ workloads: [workload] }), catalogue);
  const options = needs.flatMap((need) => need.options).filter(({ service }) => service === 'gpu-cloud');
  return { options, ledger: ledgerOf(figures) };
}

function latencyOf({ checks }: Option): Check | undefined {
  return checks.find(({ constraint }) => constraint === 'latency');
}

function judged(takes: { p10: number; value: number; p90: number }, limit: number, caveat?: string) {
  const workload = serving(20_000);
  const assessment = assessmentOf({ workloads: [workload] });
  const ledger = new LedgerBuilder();
  const seconds = (id: string, value: number, band?: Figure['band']) =>
    ledger.leaf({ id, kind: 'stated', answer: id, label: id, unit: 's', value, band });
  seconds('answer.workloads.notes.firstTokenTime', limit);
  const { p10, value, p90 } = takes;
  const context = {
    engine: { assessment, catalogue, ledger },
    workload,
    market: marketOf(assessment, catalogue, []),
    residency: [],
    unusedCommitments: new Map(),
  };
  return latencyCheck(context, {
    id: 'x',
    service: 'gpu-cloud',
    title: 'X',
    design: { provider: 'aws', purchase: 'ondemand' },
    parts: [],
    missing: [],
    proxy: false,
    facts: { redundancy: 'none', firstTokenTime: seconds('takes', value, { p10, p90 }), caveat },
  });
}

describe('a time with a band', () => {
  it('keeps a limit when all of the band does, and no sooner', () => {
    expect(judged({ p10: 0.5, value: 1, p90: 2.9 }, 3)?.verdict).toBe('met');
    expect(judged({ p10: 0.5, value: 1, p90: 3.1 }, 3)?.verdict).toBe('cannot-tell');
    expect(judged({ p10: 2.9, value: 4, p90: 6 }, 3)?.verdict).toBe('cannot-tell');
    expect(judged({ p10: 3.1, value: 4, p90: 6 }, 3)?.verdict).toBe('not-met');
  });

  it('says what must be known of it', () => {
    expect(judged({ p10: 1, value: 1, p90: 1 }, 3, 'A caveat.')?.because).toMatch(
      / at the peak\. A caveat\.$/,
    );
  });
});

describe('the check of stated times', () => {
  it.each([0.05, 0.15, 0.3, 0.6, 1.2, 3])(
    'is met where the whole band keeps %s s, and cannot be told where the band holds them',
    (limit) => {
      const { options, ledger } = served(limit);
      expect(options.length).toBeGreaterThan(3);
      for (const option of options) {
        const check = latencyOf(option);
        const figures = [...(check?.because ?? '').matchAll(/\{\{fig:([^}]+)\}\}/g)];
        const takes = ledger.get(figures[1]?.[1] ?? '');
        const { p10 = Number.NaN, p90 = Number.NaN } = takes?.band ?? {};
        const orOpen = p10 > limit ? 'not-met' : 'cannot-tell';
        expect(check?.verdict).toBe(p90 <= limit ? 'met' : orOpen);
      }
    },
  );

  it('is met by some design when there is time enough, and by none when there is none', () => {
    expect(
      served(3)
        .options.map(latencyOf)
        .map((check) => check?.verdict),
    ).toContain('met');
    expect(
      served(0.01)
        .options.map(latencyOf)
        .map((check) => check?.verdict),
    ).not.toContain('met');
  });

  it('says so where times are no measurement of that GPU', () => {
    const { options } = served(3);
    for (const option of options) {
      const unmeasured = /A100|L4\b|L40S|A10|RTX/.test(option.design.accelerator ?? '');
      expect(/wider band|not fitted/.test(latencyOf(option)?.because ?? '')).toBe(unmeasured);
    }
  });
});
