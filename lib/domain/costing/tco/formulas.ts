import type { Formula } from '../../figure/formula.ts';
import { loadFactorAt } from '../../forecast/growth.ts';

const secondsPerMonth = 2_628_000;

/** Costs over months to come: time, growth, contracts that end. Amounts are in US dollars. */
export const tcoFormulas = {
  'first-month': { inputs: [], expression: 'the first month from today', evaluate: () => 1 },
  'month-after': {
    inputs: ['month'],
    expression: 'month + 1',
    evaluate: (month = 0) => month + 1,
  },
  'load-grown-linearly': {
    inputs: ['growthPercent', 'months'],
    expression: '1 + growthPercent/100 × months ÷ 12, not below zero',
    evaluate: (growthPercent = 0, months = 0) =>
      loadFactorAt({ shape: 'linear', sharePerYear: growthPercent / 100 }, months),
  },
  'load-grown-compounding': {
    inputs: ['growthPercent', 'months'],
    expression: '(1 + growthPercent/100) to the power of months ÷ 12',
    evaluate: (growthPercent = 0, months = 0) =>
      loadFactorAt({ shape: 'exponential', sharePerYear: growthPercent / 100 }, months),
  },
  'load-grown-at-once': {
    inputs: ['factor', 'seconds', 'months'],
    expression: 'factor from months = seconds ÷ 2,628,000 seconds of a month on, else 1',
    evaluate: (factor = 1, seconds = 0, months = 0) =>
      loadFactorAt({ shape: 'step', factor: Math.max(0, factor), months: seconds / secondsPerMonth }, months),
  },
  'load-grown-along-s-curve': {
    inputs: ['factor', 'seconds', 'months'],
    expression: '1 + (factor − 1) × logistic curve of months ÷ (seconds ÷ 2,628,000 seconds of a month)',
    source: 'Logistic growth (P.-F. Verhulst, 1838)',
    evaluate: (factor = 1, seconds = 0, months = 0) =>
      loadFactorAt(
        { shape: 'logistic', factor: Math.max(0, factor), months: seconds / secondsPerMonth },
        months,
      ),
  },
  'until-it-ends': {
    inputs: ['amount', 'secondsLeft', 'months'],
    expression: 'amount while months × 2,628,000 seconds ≤ secondsLeft, then nothing',
    evaluate: (amount = 0, secondsLeft = 0, months = 0) =>
      months * secondsPerMonth <= secondsLeft ? amount : 0,
  },
  'cost-of-a-month': {
    inputs: 'many',
    expression: 'sum of the parts, for one month',
    evaluate: (...parts) => parts.reduce((total, part) => total + part, 0),
  },
  'cost-of-months': {
    inputs: 'many',
    expression: 'sum over the months, one amount per month each',
    evaluate: (...months) => months.reduce((total, month) => total + month, 0),
  },
  'rest-of-1y-terms': {
    inputs: ['perMonth', 'months'],
    expression: 'perMonth × months from then to the end of a term of 12',
    evaluate: (perMonth = 0, months = 0) => perMonth * restOfTerm(months, 12),
  },
  'rest-of-3y-terms': {
    inputs: ['perMonth', 'months'],
    expression: 'perMonth × months from then to the end of a term of 36',
    evaluate: (perMonth = 0, months = 0) => perMonth * restOfTerm(months, 36),
  },
} as const satisfies Readonly<Record<string, Formula>>;

function restOfTerm(months: number, term: number): number {
  return (term - (months % term)) % term;
}
