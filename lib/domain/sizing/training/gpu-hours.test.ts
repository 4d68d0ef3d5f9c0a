import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { assessmentFormat } from '../../assessment/assessment.ts';
import { accelerator } from '../../catalogue/accelerator-lookup.ts';
import type { Figure } from '../../figure/figure.ts';
import type { Engine } from '../../figure/leaves/engine.ts';
import { LedgerBuilder } from '../../figure/ledger-builder.ts';
import type { FigureUnit } from '../../figure/unit.ts';
import { trainingGpuHours, trainingGpuHoursOn, type TrainingMethod } from './gpu-hours.ts';

const catalogue = await readCatalogue();

function engine(): Engine {
  const assessment: Engine['assessment'] = {
    format: assessmentFormat,
    title: 'A',
    answers: {},
    workloads: [],
    commitments: [],
    hardware: [],
  };
  return { assessment, catalogue, ledger: new LedgerBuilder() };
}

function trained(parameters: number, method: TrainingMethod = 'full', partName = 'H100-SXM') {
  const made = engine();
  const said = (id: string, unit: FigureUnit, value: number): Figure =>
    made.ledger.leaf({ id, kind: 'stated', answer: id, label: id, unit, value });
  const part = accelerator(catalogue, partName);
  if (part === undefined) throw new Error(partName);
  const work = {
    parameters: said('parameters', 'parameters', parameters),
    tokens: said('tokens', 'tokens', 1e12),
    method,
  };
  const chosenBy = trainingGpuHoursOn(made, part, work);
  const hours = trainingGpuHours(made, 'x', part, work);
  if (hours === undefined) throw new Error('no hours');
  const inputs = hours.kind === 'computed' ? hours.inputs.map((id) => made.ledger.get(id)) : [];
  return { hours, chosenBy, utilisation: inputs.find((input) => input?.unit === 'ratio') };
}

describe('GPU hours of a training run', () => {
  it('rest on the utilisation learned from published runs, with its band and date', () => {
    const { hours, utilisation } = trained(13e9);
    expect(utilisation).toMatchObject({
      kind: 'measured',
      row: 'fitted-training:Hopper/13b',
      asOf: catalogue.fitted.training.asOf,
      source: expect.stringMatching(/^Fitted to published training runs; /),
    });
    expect(hours.value).toBeCloseTo((6 * 13e9 * 1e12) / (989.4e12 * (utilisation?.value ?? 0)) / 3_600, -2);
  });

  it('have the band of the runs that were left out', () => {
    const { hours } = trained(13e9);
    const { low, high } = catalogue.fitted.training.band;
    expect(Math.log((hours.band?.p10 ?? 0) / hours.value)).toBeCloseTo(low, 1);
    expect(Math.log((hours.band?.p90 ?? 0) / hours.value)).toBeCloseTo(high, 1);
  });

  it('rest on the assumption where no published run is near', () => {
    const { utilisation, hours } = trained(1e8);
    expect(utilisation?.id).toBe('assumption.training.mfu');
    expect(hours).toMatchObject({ formula: 'training-gpu-hours' });
  });

  it('are two thirds for adapters', () => {
    expect(trained(13e9, 'adapters').hours.value / trained(13e9).hours.value).toBeCloseTo(2 / 3, 9);
  });

  it('are chosen by the same number that is written', () => {
    for (const size of [1e8, 13e9, 70e9]) {
      const { hours, chosenBy } = trained(size);
      expect(chosenBy).toBe(hours.value);
    }
  });
});
