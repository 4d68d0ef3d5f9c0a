import { buildOrBuyFormulas } from './costing/build-or-buy/formulas.ts';
import { commitmentFormulas } from './costing/commitment/formulas.ts';
import { costingFormulas } from './costing/formulas.ts';
import { tcoFormulas } from './costing/tco/formulas.ts';
import { arithmeticFormulas } from './figure/arithmetic.ts';
import type { Formula } from './figure/formula.ts';
import { loadFormulas } from './sizing/load/formulas.ts';
import { machineFormulas } from './sizing/machines/formulas.ts';
import { powerFormulas } from './sizing/power/formulas.ts';
import { servingFormulas } from './sizing/serving/formulas.ts';
import { trainingFormulas } from './sizing/training/formulas.ts';

/** Every formula that a figure can come from. Ids stay: ledgers of earlier runs name them. */
export const formulas = {
  ...arithmeticFormulas,
  ...loadFormulas,
  ...servingFormulas,
  ...trainingFormulas,
  ...machineFormulas,
  ...powerFormulas,
  ...costingFormulas,
  ...tcoFormulas,
  ...commitmentFormulas,
  ...buildOrBuyFormulas,
} as const satisfies Readonly<Record<string, Formula>>;

export type FormulaId = keyof typeof formulas;
