import type { Answer, Basis } from '#lib/domain/assessment/answer.ts';
import type { Field, MoneyField, NumberField } from '#lib/domain/assessment/field.ts';
import { type Currency, currencies, type Period, periods } from '#lib/domain/assessment/unit.ts';
import { numberText, readNumberText } from './number-text.ts';

/** How a question is being answered. */
export type AnswerMode = 'value' | 'range' | 'unknown' | 'not-applicable';

/**
 * What stands in the inputs of one question, letter by letter. Every input keeps its text when the mode changes, so that
 * trying "does not know" and going back loses nothing.
 */
export type Draft = {
  mode: AnswerMode;
  /** The value, or the low end of a range; an option, a text, a date, `yes` or `no`. */
  text: string;
  high: string;
  chosen: readonly string[];
  unit: string;
  currency: string;
  period: string;
  basis: Basis;
  quote: string;
};

/** An input of a question that a problem belongs to. */
export type Part = 'value' | 'low' | 'high' | 'currency' | 'period';

export type PartProblem = { part: Part; reason: string };

/** What the inputs say: an answer, nothing at all, or not enough for an answer yet. */
export type DraftReading =
  | { kind: 'answer'; answer: Answer }
  | { kind: 'nothing' }
  | { kind: 'incomplete'; problems: readonly PartProblem[] };

/**
 * The inputs of a question as they first stand. Without an answer they are empty: only the unit and, where one is possible,
 * the period are set, and the basis says what a form records by default: that the client stated it.
 */
export function draftOf(field: Field, answer: Answer | undefined): Draft {
  const empty = emptyDraft(field);
  if (answer === undefined) return empty;
  const quote = answer.quote ?? '';
  switch (answer.state) {
    case 'unknown':
    case 'not-applicable':
      return { ...empty, mode: answer.state, quote };
    case 'range':
      return {
        ...withMeasure(empty, answer),
        mode: 'range',
        text: numberText(answer.low),
        high: numberText(answer.high),
        basis: answer.basis,
        quote,
      };
    default:
      return {
        ...withMeasure(empty, answer),
        ...valueParts(answer.value),
        mode: 'value',
        basis: answer.basis,
        quote,
      };
  }
}

/** The answer that the inputs hold. Nothing is filled in or converted; whether it fits the question, the server decides. */
export function answerOf(field: Field, draft: Draft): DraftReading {
  const quote = draft.quote === '' ? {} : { quote: draft.quote };
  if (draft.mode === 'unknown' || draft.mode === 'not-applicable')
    return { kind: 'answer', answer: { state: draft.mode, ...quote } };
  if (isBlank(field, draft))
    return draft.quote === ''
      ? { kind: 'nothing' }
      : incomplete('value', 'Give the answer that the quote supports, or say that the client does not know.');
  const said = { basis: draft.basis, ...quote };
  switch (field.kind) {
    case 'number':
      return quantity(draft, (ends) => ({ ...ends, unit: draft.unit, ...said }));
    case 'money':
      return amount(draft, said);
    case 'choices':
      return { kind: 'answer', answer: { state: 'value', value: [...draft.chosen], ...said } };
    case 'yes-no':
      return { kind: 'answer', answer: { state: 'value', value: draft.text === 'yes', ...said } };
    default:
      return { kind: 'answer', answer: { state: 'value', value: draft.text, ...said } };
  }
}

function emptyDraft(field: Field): Draft {
  return {
    mode: 'value',
    text: '',
    high: '',
    chosen: [],
    unit: field.kind === 'number' ? field.defaultUnit : '',
    currency: '',
    period: field.kind === 'money' ? onlyPeriod(field) : '',
    basis: 'stated',
    quote: '',
  };
}

type Given = Extract<Answer, { state: 'value' | 'range' }>;

function withMeasure(draft: Draft, answer: Given): Draft {
  if ('unit' in answer) return { ...draft, unit: answer.unit };
  return 'currency' in answer ? { ...draft, currency: answer.currency, period: answer.period } : draft;
}

function valueParts(value: number | boolean | string | string[]): Partial<Draft> {
  if (typeof value === 'number') return { text: numberText(value) };
  if (typeof value === 'boolean') return { text: value ? 'yes' : 'no' };
  return typeof value === 'string' ? { text: value } : { chosen: value };
}

function onlyPeriod({ periods: possible }: MoneyField): string {
  return possible.length === 1 ? (possible[0] ?? '') : '';
}

function isBlank(field: Field, { mode, text, high, chosen }: Draft): boolean {
  if (field.kind === 'choices') return chosen.length === 0;
  return text.trim() === '' && (mode !== 'range' || high.trim() === '');
}

type Ends = { state: 'value'; value: number } | { state: 'range'; low: number; high: number };

function quantity(draft: Draft, toAnswer: (ends: Ends) => Answer): DraftReading {
  const ends = endsOf(draft);
  return 'problems' in ends
    ? { kind: 'incomplete', problems: ends.problems }
    : { kind: 'answer', answer: toAnswer(ends) };
}

function amount(draft: Draft, said: { basis: Basis; quote?: string }): DraftReading {
  const { currency, period } = draft;
  const ends = endsOf(draft);
  const problems: PartProblem[] = 'problems' in ends ? [...ends.problems] : [];
  if (!isCurrency(currency)) problems.push({ part: 'currency', reason: 'Choose the currency.' });
  if (!isPeriod(period)) problems.push({ part: 'period', reason: 'Choose how often it falls due.' });
  if ('problems' in ends || !isCurrency(currency) || !isPeriod(period))
    return { kind: 'incomplete', problems };
  return { kind: 'answer', answer: { ...ends, currency, period, ...said } };
}

function endsOf({ mode, text, high }: Draft): Ends | { problems: PartProblem[] } {
  const first = readNumberText(text);
  if (mode !== 'range')
    return first === undefined
      ? { problems: [{ part: 'value', reason: notANumber }] }
      : { state: 'value', value: first };
  const second = readNumberText(high);
  if (first !== undefined && second !== undefined) return { state: 'range', low: first, high: second };
  return {
    problems: [
      ...(first === undefined ? [{ part: 'low' as const, reason: endProblem('low', text) }] : []),
      ...(second === undefined ? [{ part: 'high' as const, reason: endProblem('high', high) }] : []),
    ],
  };
}

const notANumber = 'Write a number, with a point before decimals: 1,250.5.';

function endProblem(end: 'low' | 'high', text: string): string {
  return text.trim() === '' ? `Give the ${end} end of the range.` : notANumber;
}

function incomplete(part: Part, reason: string): DraftReading {
  return { kind: 'incomplete', problems: [{ part, reason }] };
}

function isCurrency(text: string): text is Currency {
  return currencies.some((currency) => currency === text);
}

function isPeriod(text: string): text is Period {
  return Object.hasOwn(periods, text);
}

/** Whether a question can be answered by a range. */
export function takesRange(field: Field): field is NumberField | MoneyField {
  return field.kind === 'number' || field.kind === 'money';
}
