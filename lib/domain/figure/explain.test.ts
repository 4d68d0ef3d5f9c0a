import { describe, expect, it } from 'vitest';
import { explainFigure, leavesOf } from './explain.ts';
import { LedgerBuilder } from './ledger-builder.ts';

function invoice() {
  const builder = new LedgerBuilder();
  const usdPerHour = builder.leaf({
    id: 'price.x',
    kind: 'listed',
    label: 'x on demand',
    unit: 'usd-per-hour',
    value: 2,
    row: 'compute:x',
    source: 'A list',
    asOf: '2026-07-20',
  });
  const hoursPerMonth = builder.leaf({
    id: 'assumption.month.hours',
    kind: 'assumed',
    label: 'Hours in a month',
    unit: 'hours',
    value: 730,
    assumption: 'month.hours',
  });
  const machines = builder.leaf({
    id: 'answer.n',
    kind: 'stated',
    label: 'Machines',
    unit: 'machines',
    value: 3,
    answer: 'workloads.a.machines',
  });
  const compute = builder.compute(
    { id: 'cost', label: 'Cost', unit: 'usd-per-month' },
    'machines-per-month',
    {
      usdPerHour,
      hoursPerMonth,
      machines,
    },
  );
  builder.compute({ id: 'total', label: 'Total', unit: 'usd-per-month' }, 'sum', [compute]);
  return builder.ledger();
}

describe('an explanation', () => {
  it('names formula and inputs of a computed figure', () => {
    const explained = explainFigure(invoice(), 'cost');
    expect(explained?.expression).toBe('usdPerHour × hoursPerMonth × machines');
    expect(explained?.inputs.map(({ name, figure }) => [name, figure.value])).toEqual([
      ['usdPerHour', 2],
      ['hoursPerMonth', 730],
      ['machines', 3],
    ]);
  });

  it('names the parts of a sum by their labels', () => {
    expect(explainFigure(invoice(), 'total')?.inputs.map(({ name }) => name)).toEqual(['Cost']);
  });

  it('names source and date, answer, or assumption of the others', () => {
    expect(explainFigure(invoice(), 'price.x')).toMatchObject({ source: 'A list', asOf: '2026-07-20' });
    expect(explainFigure(invoice(), 'answer.n')).toMatchObject({ answer: 'workloads.a.machines' });
    expect(explainFigure(invoice(), 'assumption.month.hours')).toMatchObject({ assumption: 'month.hours' });
  });

  it('is undefined for a figure that the ledger has not', () => {
    expect(explainFigure(invoice(), 'nothing')).toBeUndefined();
  });

  it('reaches down to every leaf, each once', () => {
    expect(leavesOf(invoice(), 'total').map(({ id }) => id)).toEqual([
      'price.x',
      'assumption.month.hours',
      'answer.n',
    ]);
  });
});
