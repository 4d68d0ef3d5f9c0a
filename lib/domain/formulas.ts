import { arithmeticFormulas } from './figure/arithmetic.ts';
import type { Formula } from './figure/formula.ts';

/** Every formula that a figure can come from. Ids stay: ledgers of earlier runs name them. */
export const formulas = {
  ...arithmeticFormulas,
} as const satisfies Readonly<Record<string, Formula>>;

export type FormulaId = keyof typeof formulas;
