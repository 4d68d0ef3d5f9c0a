import type { MoneyAnswer, NumberAnswer } from './answer.ts';
import type { NumberField } from './field.ts';
import { factorToCanonical } from './unit.ts';

/** A numeric answer in the canonical unit of its dimension; a single value has low = high. */
export type Reading = { low: number; high: number };

/** The reading of a numeric answer; undefined when it is absent, unknown or not applicable. */
export function readNumber(field: NumberField, answer: NumberAnswer | undefined): Reading | undefined {
  if (answer === undefined || (answer.state !== 'value' && answer.state !== 'range')) return undefined;
  const factor = factorToCanonical(field.dimension, answer.unit);
  if (factor === undefined) return undefined;
  return answer.state === 'value'
    ? { low: answer.value * factor, high: answer.value * factor }
    : { low: answer.low * factor, high: answer.high * factor };
}

/** The amount of a money answer in its own currency and period; undefined when it is absent, unknown or not applicable. */
export function readMoney(answer: MoneyAnswer | undefined): Reading | undefined {
  if (answer === undefined) return undefined;
  if (answer.state === 'value') return { low: answer.value, high: answer.value };
  return answer.state === 'range' ? { low: answer.low, high: answer.high } : undefined;
}

/** The value of a choice, text, date or yes-no answer; undefined unless the client gave one. */
export function readValue<T>(
  answer: { state: 'value'; value: T } | { state: 'unknown' | 'not-applicable' } | undefined,
): T | undefined {
  return answer?.state === 'value' ? answer.value : undefined;
}
