import { describeAnswer } from '../assessment/describe-answer.ts';
import { questionAt } from '../assessment/questions.ts';
import type { Assessment } from '../assessment/assessment.ts';
import type { Assumption } from '../catalogue/assumption.ts';
import { explainFigure, type Explanation } from '../figure/explain.ts';
import type { Figure } from '../figure/figure.ts';
import { formatBand, formatFigure } from '../figure/format.ts';
import { figureOf, type Ledger } from '../figure/ledger.ts';
import { AppError } from '../../errors.ts';
import type { PrintedFigure } from './document.ts';

type Pedigrees = { ledger: Ledger; assessment: Assessment; assumptions: readonly Assumption[] };

/** A figure of the ledger as a report prints it. Throws `internal` when the ledger does not have it. */
export function printedFigure(id: string, sources: Pedigrees): PrintedFigure {
  const figure = figureOf(sources.ledger, id);
  const explanation = explainFigure(sources.ledger, id);
  if (explanation === undefined) throw new AppError('internal', `The ledger has no figure ${id}.`);
  const text = formatFigure(figure);
  const band = formatBand(figure);
  return {
    text,
    amount: withoutPeriod(text),
    label: figure.label,
    ...(band === undefined ? {} : { band, bandAmount: withoutPeriod(band) }),
    pedigree: pedigreeOf(explanation, sources),
  };
}

function withoutPeriod(text: string): string {
  return text.replace(/ per (?:month|year)$/u, '');
}

function pedigreeOf(explanation: Explanation, sources: Pedigrees): string {
  const { figure, expression, inputs, source } = explanation;
  if (figure.kind !== 'computed') return originOf(figure, sources);
  const filled = inputs.map(({ name, figure: input }) => {
    const what = name === input.label ? name : `${inWords(name)} is ${input.label}`;
    return `${what}, ${formatFigure(input)}${input.kind === 'computed' ? '' : ` (${originOf(input, sources)})`}`;
  });
  const formula = `Computed as ${inWords(expression ?? figure.formula)}`;
  return [formula, ...filled, ...(source === undefined ? [] : [source])].join('; ');
}

/** `perMonth × 12` as `per month × 12`. */
function inWords(expression: string): string {
  return expression.replace(/(?<=\p{Ll})\p{Lu}(?=\p{Ll})/gu, (letter) => ` ${letter.toLowerCase()}`);
}

/** Where a figure comes from, in a few words. */
function originOf(figure: Figure, sources: Pedigrees): string {
  if (figure.kind === 'computed') return 'computed';
  if (figure.kind === 'stated') return answerOf(figure.answer, sources.assessment);
  if (figure.kind === 'assumed') {
    const assumption = sources.assumptions.find((row) => row.id === figure.assumption);
    return assumption === undefined ? 'assumed' : `assumed: ${assumption.source}, ${assumption.asOf}`;
  }
  const dated = figure.asOf === undefined || figure.source.includes(figure.asOf);
  return dated ? figure.source : `${figure.source}, ${figure.asOf}`;
}

function answerOf(path: string, assessment: Assessment): string {
  const question = questionAt(assessment, path);
  if (question?.answer === undefined) return 'stated by the client';
  return `the client on "${question.field.label}": ${describeAnswer(question.field, question.answer)}`;
}
