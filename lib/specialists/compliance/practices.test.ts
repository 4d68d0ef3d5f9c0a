import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import { control } from '#lib/domain/catalogue/control-lookup.ts';
import { frameworkIds } from '#lib/domain/catalogue/control.ts';
import { computeBase } from '#lib/domain/analysis/compute-base.ts';
import { ledgerOf } from '#lib/domain/figure/ledger.ts';
import { LedgerBuilder } from '#lib/domain/figure/ledger-builder.ts';
import { gapsOf } from './gaps.ts';
import { practices, stateOf } from './practices.ts';
import { compliance } from './specialist.ts';

function shop(answers: Assessment['answers']): Assessment {
  return {
    format: 'infra-mind/assessment@1',
    title: 'A shop',
    answers: {
      countries: { state: 'value', value: ['de'], basis: 'stated' },
      frameworks: { state: 'value', value: ['gdpr', 'pci-dss'], basis: 'stated' },
      ...answers,
    },
    workloads: [],
    commitments: [],
    hardware: [],
  };
}

async function gapsIn(assessment: Assessment) {
  const catalogue = await readCatalogue();
  return gapsOf({ assessment, catalogue, needs: [], ledger: new LedgerBuilder() });
}

describe('controls', () => {
  it('are all in the catalogue', async () => {
    const catalogue = await readCatalogue();
    const missing = practices.flatMap((practice) =>
      frameworkIds.flatMap((framework) =>
        (practice.controls[framework] ?? []).filter(
          (number) => control(catalogue, framework, number) === undefined,
        ),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('of GDPR and PCI DSS ask for practices', () => {
    expect(practices.filter(({ controls }) => controls.gdpr !== undefined).length).toBeGreaterThan(5);
    expect(practices.filter(({ controls }) => controls['pci-dss-v4'] !== undefined).length).toBeGreaterThan(
      5,
    );
  });
});

describe('a practice', () => {
  it('passes by a plain yes and by nothing else', async () => {
    for (const value of ['no', 'planned', 'partly'] as const) {
      const gaps = await gapsIn(shop({ encryptionAtRest: { state: 'value', value, basis: 'stated' } }));
      expect(gaps.find(({ practice }) => practice.field === 'encryptionAtRest')?.state).toBe(value);
    }
    const kept = await gapsIn(shop({ encryptionAtRest: { state: 'value', value: 'yes', basis: 'stated' } }));
    expect(kept.some(({ practice }) => practice.field === 'encryptionAtRest')).toBe(false);
  });

  it('that nobody asked about is open, not kept and not broken', async () => {
    const gaps = await gapsIn(shop({}));
    expect(new Set(gaps.map(({ state }) => state))).toEqual(new Set(['unasked']));
    expect(gaps.every(({ controls }) => controls.length > 0)).toBe(true);
  });

  it('that the client does not know of is unknown', () => {
    expect(stateOf(shop({ multiFactor: { state: 'unknown' } }), 'multiFactor')).toBe('unknown');
  });

  it('does not pass because its name stands in another answer', async () => {
    const told = shop({
      constraints: {
        state: 'value',
        value: 'encryptionAtRest, multiFactor and auditLogging are required',
        basis: 'stated',
      },
    });
    expect((await gapsIn(told)).length).toBe((await gapsIn(shop({}))).length);
  });

  it('answered with no leads to a recommendation that rests on its controls', async () => {
    const catalogue = await readCatalogue();
    const assessment = shop({ multiFactor: { state: 'value', value: 'no', basis: 'stated' } });
    const base = computeBase(assessment, catalogue);
    const findings = compliance.investigate({
      assessment,
      catalogue,
      ledger: ledgerOf(base.figures),
      needs: base.needs,
    });
    const draft = findings.recommendations.find(({ key }) => key === 'whole/close-multi-factor');
    expect(draft?.horizon).toBe('now');
    expect(draft?.evidence).toContainEqual({ kind: 'control', framework: 'pci-dss-v4', control: '8.4' });
  });
});
