/**
 * A named calculation. `inputs` names its arguments in order, or is 'many' for one that takes any number of like
 * arguments. `expression` shows people what is calculated, with the input names in it.
 */
export type Formula = {
  inputs: readonly string[] | 'many';
  expression: string;
  /** Where the formula comes from, when it is more than arithmetic. */
  source?: string;
  evaluate: (...values: number[]) => number;
  /** A choice of the design, such as a number of GPUs: made once on the base case, it does not vary from draw to draw. */
  decision?: true;
};

/** Arguments of a formula by name (or as a list), each of type T. */
export type FormulaArguments<F extends Formula, T> = F['inputs'] extends 'many'
  ? readonly T[]
  : { readonly [K in F['inputs'][number]]: T };
