import { describe, expect, it } from 'vitest';
import { exampleNames, readExample } from '../assessment/examples.ts';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { computeBase } from '#lib/domain/analysis/compute-base.ts';
import { allAnswers } from '#lib/domain/assessment/describe-answer.ts';
import { ledgerOf } from '#lib/domain/figure/ledger.ts';
import { specialists } from '#lib/specialists/registry.ts';

describe('an analysis', async () => {
  const catalogue = await readCatalogue();

  it.each(exampleNames)('of %s writes nothing into the answers and states no figure without one', (name) => {
    const assessment = readExample(name);
    const before = structuredClone(assessment);
    const { figures, needs } = computeBase(assessment, catalogue);
    const ledger = ledgerOf(figures);
    const found = specialists.flatMap((specialist) => {
      const findings = specialist.investigate({ assessment, catalogue, ledger, needs });
      return findings.figures;
    });
    expect(assessment).toEqual(before);
    const answered = new Set(allAnswers(assessment).map(({ path }) => path));
    const stated = [...figures, ...found].filter((figure) => figure.kind === 'stated');
    expect(stated.length).toBeGreaterThan(0);
    expect(stated.filter(({ answer }) => !answered.has(answer)).map(({ id }) => id)).toEqual([]);
  });
});
