import type { Assessment } from '../assessment/assessment.ts';
import { describeAnswer } from '../assessment/describe-answer.ts';
import { questionAt } from '../assessment/questions.ts';
import type { Assumption } from '../catalogue/assumption.ts';
import { AppError } from '../../errors.ts';
import { type ExplainedInput, explainFigure, type Explanation } from './explain.ts';
import type { Figure, FigureId, FigureKind, StatedFigure } from './figure.ts';
import { formatBand, formatFigure } from './format.ts';
import type { Ledger } from './ledger.ts';

/** A figure as a screen shows it, with its pedigree one step deep. Texts only: the browser needs neither ledger nor formulas. */
export type FigureView = {
  id: FigureId;
  label: string;
  /** With unit, rounded: `$1,230 per month`. */
  text: string;
  /** `$900 to $1,600 per month`; absent for a figure that is exact. */
  band?: string | undefined;
  kind: FigureKind;
  kindInWords: string;
  formula?: FormulaView | undefined;
  /** Publisher, region and date of a catalogue row, or the source of an assumption. */
  source?: string | undefined;
  /** ISO day or month; absent when the source dates nothing. */
  asOf?: string | undefined;
  answer?: AnswerView | undefined;
  /** What changes when the assumption changes. */
  moves?: string | undefined;
  note?: string | undefined;
};

/** `filled` is the expression with the values of its inputs; absent for formulas over any number of like parts. */
export type FormulaView = {
  expression: string;
  filled?: string | undefined;
  source?: string | undefined;
  inputs: InputView[];
};

/** An argument of a formula; `name` is what the expression calls it. */
export type InputView = { id: FigureId; name: string; label: string; text: string; kindInWords: string };

/** What the client was asked and said, in their own unit; `quote` word for word. */
export type AnswerView = {
  path: string;
  question?: string | undefined;
  said?: string | undefined;
  quote?: string | undefined;
};

/** What a figure is explained with, beside its ledger. */
export type FigureContext = { assessment: Assessment; assumptions: readonly Assumption[] };

/** Explains a figure for a screen. Throws `not-found` when the ledger has no figure of that id. */
export function figureView(ledger: Ledger, id: FigureId, context: FigureContext): FigureView {
  const explanation = explainFigure(ledger, id);
  if (explanation === undefined) throw new AppError('not-found', `The ledger has no figure ${id}.`);
  const { figure } = explanation;
  return {
    id,
    label: figure.label,
    text: formatFigure(figure),
    band: formatBand(figure),
    kind: figure.kind,
    kindInWords: kindsInWords[figure.kind],
    ...pedigreeOf(explanation, context),
  };
}

/** The words for what a figure is. */
export const kindsInWords: Readonly<Record<FigureKind, string>> = {
  stated: 'Stated by the client',
  listed: 'List price',
  measured: 'Measured or from a data sheet',
  assumed: 'Assumption',
  computed: 'Computed',
};

function pedigreeOf(explanation: Explanation, context: FigureContext): Partial<FigureView> {
  const { figure } = explanation;
  switch (figure.kind) {
    case 'stated':
      return { answer: answerOf(figure, context.assessment) };
    case 'assumed':
      return assumptionOf(figure, figure.assumption, context.assumptions);
    case 'computed':
      return { formula: formulaOf(explanation) };
    default:
      return { source: figure.source, asOf: figure.asOf };
  }
}

function answerOf({ answer: path }: StatedFigure, assessment: Assessment): AnswerView {
  const asked = questionAt(assessment, path);
  if (asked?.answer === undefined) return { path };
  return {
    path,
    question: asked.field.label,
    said: describeAnswer(asked.field, asked.answer),
    quote: asked.answer.quote,
  };
}

/** The row of the assumption table, unless the table has moved on since the ledger was computed. */
function assumptionOf(figure: Figure, id: string, assumptions: readonly Assumption[]): Partial<FigureView> {
  const row = assumptions.find((known) => known.id === id && known.value === figure.value);
  if (row === undefined) return {};
  return { source: row.source, asOf: row.asOf, moves: row.moves, note: row.note ?? undefined };
}

function formulaOf({ expression = '', inputs, source }: Explanation): FormulaView {
  return {
    expression,
    filled: filledIn(expression, inputs),
    source,
    inputs: inputs.map(({ name, figure }) => ({
      id: figure.id,
      name,
      label: figure.label,
      text: formatFigure(figure),
      kindInWords: kindsInWords[figure.kind],
    })),
  };
}

/** Names in the expression are replaced by the values that they stand for. */
function filledIn(expression: string, inputs: readonly ExplainedInput[]): string | undefined {
  const texts = new Map(inputs.map(({ name, figure }) => [name, formatFigure(figure)]));
  const filled = expression.replace(/[\p{L}\p{N}]+/gu, (word) => texts.get(word) ?? word);
  return filled === expression ? undefined : filled;
}
