import type { Answer, Basis } from './answer.ts';
import type { AnswerPath, Assessment } from './assessment.ts';
import type { Field, Options } from './field.ts';
import type { Question } from './questions.ts';
import { questionAt, questionnairesOf, questionsIn } from './questions.ts';
import type { Currency, Period } from './unit.ts';
import { periodLabels, unitLabels } from './unit-label.ts';

/** The answer at a path; undefined when the question was not answered or nothing is asked there. */
export function answerAt(assessment: Assessment, path: AnswerPath): Answer | undefined {
  return questionAt(assessment, path)?.answer;
}

/** The question at a path; undefined when nothing is asked there. */
export function fieldAt(assessment: Assessment, path: AnswerPath): Field | undefined {
  return questionAt(assessment, path)?.field;
}

export type AnsweredQuestion = Question & { answer: Answer };

/** Every answer of the assessment with its path and its question, in the order in which the questions are asked. */
export function allAnswers(assessment: Assessment): AnsweredQuestion[] {
  return questionnairesOf(assessment).flatMap(questionsIn).filter(isAnswered);
}

function isAnswered(question: Question): question is AnsweredQuestion {
  return question.answer !== undefined;
}

/**
 * An answer as people read it, in the client's own unit and currency: `3,000 to 12,000 tokens (stated)`,
 * `€140,000 per month (stated)`, `unknown: asked, the client does not know`.
 */
export function describeAnswer(field: Field, answer: Answer, locale = 'en'): string {
  switch (answer.state) {
    case 'unknown':
      return 'unknown: asked, the client does not know';
    case 'not-applicable':
      return 'does not apply';
    case 'range':
      return withBasis(rangeText(answer, locale), answer.basis);
    default:
      return withBasis(valueText(field, answer, locale), answer.basis);
  }
}

type Given = Extract<Answer, { state: 'value' }>;
type Range = Extract<Answer, { state: 'range' }>;
type Amount = { currency: Currency; period: Period };

function withBasis(text: string, basis: Basis): string {
  return `${text} (${basis})`;
}

function valueText(field: Field, given: Given, locale: string): string {
  if (typeof given.value === 'number')
    return 'currency' in given
      ? moneyText([given.value], given, locale)
      : numberText([given.value], 'unit' in given ? given.unit : 'items', locale);
  if (typeof given.value === 'boolean') return given.value ? 'yes' : 'no';
  if (field.kind === 'choice' && typeof given.value === 'string') return labelOf(field.options, given.value);
  if (typeof given.value === 'string') return given.value;
  const options = field.kind === 'choices' ? field.options : {};
  return new Intl.ListFormat(locale, { type: 'unit' }).format(
    given.value.map((value) => labelOf(options, value)),
  );
}

function rangeText(range: Range, locale: string): string {
  const ends = [range.low, range.high];
  return 'currency' in range ? moneyText(ends, range, locale) : numberText(ends, range.unit, locale);
}

function numberText(ends: readonly number[], unit: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { maximumSignificantDigits: 15 });
  const numbers = ends.map((end) => format.format(end)).join(' to ');
  const label = labelOf(unitLabels, unit);
  if (label === '%') return `${numbers} %`;
  return `${numbers} ${ends.every((end) => end === 1) ? singular(label) : label}`.trimEnd();
}

/** `years` after a one is `year`; symbols and number words have no plural. */
function singular(label: string): string {
  return label.replace(/(?<=[a-z]{3})s$/, '');
}

function moneyText(ends: readonly number[], { currency, period }: Amount, locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  });
  return `${ends.map((end) => format.format(end)).join(' to ')} ${periodLabels[period]}`;
}

function labelOf(labels: Options, value: string): string {
  return (Object.hasOwn(labels, value) ? labels[value] : undefined) ?? value;
}
