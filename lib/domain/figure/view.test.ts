import { describe, expect, it } from 'vitest';
import { assessmentFormat, type Assessment } from '../assessment/assessment.ts';
import type { Assumption } from '../catalogue/assumption.ts';
import { LedgerBuilder } from './ledger-builder.ts';
import { figureView } from './view.ts';

const monthHours: Assumption = {
  id: 'month.hours',
  label: 'Hours in a month',
  value: 730,
  p10: 730,
  p90: 730,
  unit: 'hours-per-month',
  source: 'Definition',
  asOf: '2026-01',
  moves: 'Every monthly price.',
  note: null,
};

const assessment: Assessment = {
  format: assessmentFormat,
  title: 'Notes',
  answers: {
    employees: {
      state: 'range',
      low: 1_600,
      high: 2_800,
      unit: 'items',
      basis: 'believed',
      quote: 'about two thousand of us',
    },
  },
  workloads: [],
  commitments: [],
  hardware: [],
};

function ledgerOfOneMachine() {
  const ledger = new LedgerBuilder();
  const usdPerHour = ledger.leaf({
    id: 'price.machine',
    kind: 'listed',
    row: 'compute:aws/g6.xlarge/us-east-1',
    label: 'On-demand price of g6.xlarge',
    unit: 'usd-per-hour',
    value: 0.8048,
    source: 'AWS list price, us-east-1, 2026-07-20',
    asOf: '2026-07-20',
  });
  const hoursPerMonth = ledger.leaf({
    id: 'assumption.month.hours',
    kind: 'assumed',
    assumption: 'month.hours',
    label: 'Hours in a month',
    unit: 'hours-per-month',
    value: 730,
  });
  const machines = ledger.leaf({
    id: 'answer.answers.employees',
    kind: 'stated',
    answer: 'answers.employees',
    label: 'Employees',
    unit: 'count',
    value: 2_117,
    band: { p10: 1_600, p90: 2_800 },
  });
  const monthly = ledger.compute(
    { id: 'cost.monthly', label: 'Machines by the month', unit: 'usd-per-month' },
    'machines-per-month',
    { usdPerHour, hoursPerMonth, machines },
  );
  ledger.compute({ id: 'cost.total', label: 'Total', unit: 'usd-per-month' }, 'sum', [monthly, monthly]);
  return ledger.ledger();
}

const view = (id: string, assumptions: readonly Assumption[] = [monthHours]) =>
  figureView(ledgerOfOneMachine(), id, { assessment, assumptions });

describe('a figure on a screen', () => {
  it('shows a computed figure with its formula, the values filled in, and every input to go on from', () => {
    const { text, band, kindInWords, formula } = view('cost.monthly');
    expect(text).toMatch(/^\$[\d,]+ per month$/);
    expect(band).toMatch(/^\$[\d,]+ to \$[\d,]+ per month$/);
    expect(kindInWords).toBe('Computed');
    expect(formula?.expression).toBe('usdPerHour × hoursPerMonth × machines');
    expect(formula?.filled).toBe('$0.8048 per hour × 730 hours per month × 2,100');
    expect(formula?.inputs.map(({ id, name, kindInWords: kind }) => [id, name, kind])).toEqual([
      ['price.machine', 'usdPerHour', 'List price'],
      ['assumption.month.hours', 'hoursPerMonth', 'Assumption'],
      ['answer.answers.employees', 'machines', 'Stated by the client'],
    ]);
  });

  it('lists the parts of a sum without pretending that its words are names', () => {
    expect(view('cost.total').formula).toMatchObject({ expression: 'sum of the parts', filled: undefined });
  });

  it('shows a price with source and date', () => {
    expect(view('price.machine')).toMatchObject({
      text: '$0.8048 per hour',
      band: undefined,
      source: 'AWS list price, us-east-1, 2026-07-20',
      asOf: '2026-07-20',
    });
  });

  it('shows an answer with the question, what was said in the unit of the client, and the very words', () => {
    expect(view('answer.answers.employees').answer).toEqual({
      path: 'answers.employees',
      question: expect.stringContaining('mployees'),
      said: '1,600 to 2,800 (believed)',
      quote: 'about two thousand of us',
    });
  });

  it('shows what an assumption moves, and nothing of a row that has changed since', () => {
    expect(view('assumption.month.hours')).toMatchObject({
      source: 'Definition',
      moves: 'Every monthly price.',
    });
    const changed = view('assumption.month.hours', [{ ...monthHours, value: 720 }]);
    expect(changed).toMatchObject({ text: '730 hours per month' });
    expect(changed.source).toBeUndefined();
  });

  it('refuses an id that is not of this ledger', () => {
    expect(() => view('cost.of-nothing')).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});
