import type { Answer } from './answer.ts';
import type { Field } from './field.ts';
import type { Questionnaire } from './questions.ts';
import type { Reading } from './read-answer.ts';
import { readMoney, readNumber } from './read-answer.ts';
import type { Currency } from './unit.ts';
import { periods } from './unit.ts';

/** What an answer says, in the form in which answers can be compared. Silence and unknown say nothing. */
export type Said = {
  /** In the canonical unit of the dimension. */
  number?: Reading | undefined;
  /** In its own currency, for a year; an amount that falls due once as it is. */
  money?: { amount: Reading; currency: Currency; once: boolean } | undefined;
  options: readonly string[];
  yes?: boolean | undefined;
};

/** What was said to the question `fieldId`; undefined when it was not asked there or has no value. */
export function saidTo({ fields, answers }: Questionnaire, fieldId: string): Said | undefined {
  const field = Object.hasOwn(fields, fieldId) ? fields[fieldId] : undefined;
  const answer = answers[fieldId];
  return field === undefined || answer === undefined ? undefined : said(field, answer);
}

function said(field: Field, answer: Answer): Said | undefined {
  if (answer.state !== 'value' && answer.state !== 'range') return undefined;
  if ('currency' in answer) {
    const perMonth = periods[answer.period];
    const amount = readMoney(answer);
    if (amount === undefined) return undefined;
    const factor = perMonth === undefined ? 1 : perMonth * 12;
    return {
      money: { amount: scaled(amount, factor), currency: answer.currency, once: perMonth === undefined },
      options: [],
    };
  }
  if ('unit' in answer)
    return field.kind === 'number' ? { number: readNumber(field, answer), options: [] } : undefined;
  if (typeof answer.value === 'boolean') return { yes: answer.value, options: [] };
  return { options: typeof answer.value === 'string' ? [answer.value] : answer.value };
}

function scaled({ low, high }: Reading, factor: number): Reading {
  return { low: low * factor, high: high * factor };
}
