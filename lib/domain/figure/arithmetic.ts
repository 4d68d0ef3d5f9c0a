import type { Formula } from './formula.ts';

/** Plain arithmetic that any engine part may use. */
export const arithmeticFormulas = {
  sum: {
    inputs: 'many',
    expression: 'sum of the parts',
    evaluate: (...parts) => parts.reduce((total, part) => total + part, 0),
  },
  largest: { inputs: 'many', expression: 'the largest', evaluate: (...values) => Math.max(...values) },
  smallest: { inputs: 'many', expression: 'the smallest', evaluate: (...values) => Math.min(...values) },
  difference: {
    inputs: ['whole', 'part'],
    expression: 'whole − part',
    evaluate: (whole = 0, part = 0) => whole - part,
  },
  product: {
    inputs: ['amount', 'factor'],
    expression: 'amount × factor',
    evaluate: (amount = 0, factor = 0) => amount * factor,
  },
  quotient: {
    inputs: ['amount', 'divisor'],
    expression: 'amount ÷ divisor',
    evaluate: (amount = 0, divisor = Number.NaN) => amount / divisor,
  },
  'usd-from-currency': {
    inputs: ['amount', 'usdPerUnit'],
    expression: 'amount × usdPerUnit',
    evaluate: (amount = 0, usdPerUnit = 0) => amount * usdPerUnit,
  },
  'year-of-months': {
    inputs: ['perMonth'],
    expression: 'perMonth × 12',
    evaluate: (perMonth = 0) => perMonth * 12,
  },
} as const satisfies Readonly<Record<string, Formula>>;
