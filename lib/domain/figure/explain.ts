import { formulas } from '../formulas.ts';
import type { Figure, FigureId } from './figure.ts';
import type { Formula } from './formula.ts';

/** One argument of a figure's formula: the name that the expression uses, and the figure behind it. */
export type ExplainedInput = { name: string; figure: Figure };

/**
 * Where a figure comes from. `expression` and `inputs` are there for computed figures, with `source` when the formula is
 * more than arithmetic; `source` and `asOf` for catalogue rows; `answer` or `assumption` for the others.
 */
export type Explanation = {
  figure: Figure;
  expression?: string | undefined;
  inputs: ExplainedInput[];
  source?: string | undefined;
  asOf?: string | undefined;
  answer?: string | undefined;
  assumption?: string | undefined;
};

type Figures = Pick<ReadonlyMap<FigureId, Figure>, 'get'>;

/** Explains one figure of a ledger, one step deep; undefined when the ledger has no such figure. */
export function explainFigure(ledger: Figures, id: FigureId): Explanation | undefined {
  const figure = ledger.get(id);
  if (figure === undefined) return undefined;
  if (figure.kind === 'stated') return { figure, inputs: [], answer: figure.answer };
  if (figure.kind === 'assumed') return { figure, inputs: [], assumption: figure.assumption };
  if (figure.kind !== 'computed') return { figure, inputs: [], source: figure.source, asOf: figure.asOf };
  const formula: Formula = formulas[figure.formula];
  const inputs = inputsOf(ledger, figure.inputs, formula);
  return { figure, expression: formula.expression, inputs, source: formula.source };
}

/** Every leaf that a figure rests on, each once, in the order in which reading down the formulas meets them. */
export function leavesOf(ledger: Figures, id: FigureId): Figure[] {
  const seen = new Set<FigureId>();
  const leaves: Figure[] = [];
  const visit = (at: FigureId): void => {
    if (seen.has(at)) return;
    seen.add(at);
    const figure = ledger.get(at);
    if (figure === undefined) return;
    if (figure.kind === 'computed') figure.inputs.forEach(visit);
    else leaves.push(figure);
  };
  visit(id);
  return leaves;
}

function inputsOf(ledger: Figures, ids: readonly FigureId[], formula: Formula): ExplainedInput[] {
  return ids.flatMap((input, index) => {
    const figure = ledger.get(input);
    if (figure === undefined) return [];
    const name = formula.inputs === 'many' ? figure.label : (formula.inputs[index] ?? figure.label);
    return [{ name, figure }];
  });
}
