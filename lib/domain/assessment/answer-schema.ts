import { z } from 'zod';
import { bases } from './answer.ts';
import type { Field, MoneyField, NumberField, Options } from './field.ts';
import { currencies, dimensions, factorToCanonical } from './unit.ts';

/** The longest quote that an answer may carry, in characters. */
export const maxQuoteLength = 2_000;

/** The schema of one question's answer. It only checks: what passes is the answer as it was given. */
export function answerSchema(field: Field): z.ZodType {
  switch (field.kind) {
    case 'number':
      return numberAnswer(field);
    case 'money':
      return moneyAnswer(field);
    case 'choice':
      return plainAnswer(option(field.options));
    case 'choices':
      return plainAnswer(
        z
          .array(option(field.options))
          .min(1)
          .refine(...eachOnce),
      );
    case 'text':
      return plainAnswer(
        z
          .string()
          .max(field.maxLength)
          .refine((text) => text.trim() !== '', 'must not be empty; leave the question out instead'),
      );
    case 'yes-no':
      return plainAnswer(z.boolean());
    default:
      return plainAnswer(z.iso.date());
  }
}

const quote = z.string().max(maxQuoteLength).exactOptional();
const said = { basis: z.enum(bases), quote };
const unanswered = [
  z.strictObject({ state: z.literal('unknown'), quote }),
  z.strictObject({ state: z.literal('not-applicable'), quote }),
] as const;

const eachOnce = [
  (chosen: readonly string[]): boolean => new Set(chosen).size === chosen.length,
  'must name each option once',
] as const;

function plainAnswer(value: z.ZodType): z.ZodType {
  return z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('value'), value, ...said }),
    ...unanswered,
  ]);
}

function numberAnswer(field: NumberField): z.ZodType {
  const unit = z.enum(Object.keys(dimensions[field.dimension].units));
  const checkBounds =
    (...keys: readonly string[]) =>
    (answer: Readonly<Record<string, unknown>>, context: z.RefinementCtx): void => {
      for (const key of keys) {
        const reason = outOfBounds(field, answer[key], answer['unit']);
        if (reason !== undefined) context.addIssue({ code: 'custom', path: [key], message: reason });
      }
    };
  return z.discriminatedUnion('state', [
    z
      .strictObject({ state: z.literal('value'), value: z.number(), unit, ...said })
      .superRefine(checkBounds('value')),
    z
      .strictObject({ state: z.literal('range'), low: z.number(), high: z.number(), unit, ...said })
      .refine(...lowFirst)
      .superRefine(checkBounds('low', 'high')),
    ...unanswered,
  ]);
}

/** Why a number is outside of what the question allows, in the unit in which the limits are written. */
function outOfBounds(field: NumberField, value: unknown, unit: unknown): string | undefined {
  if (typeof value !== 'number' || typeof unit !== 'string') return undefined;
  const factor = factorToCanonical(field.dimension, unit);
  if (factor === undefined) return undefined;
  const canonical = value * factor;
  const { canonical: canonicalUnit } = dimensions[field.dimension];
  if (!Number.isFinite(canonical)) return 'must be a number that can be computed with';
  if (field.min !== undefined && canonical < field.min)
    return `must be at least ${limitText(field.min)} ${canonicalUnit}`;
  if (field.max !== undefined && canonical > field.max)
    return `must be at most ${limitText(field.max)} ${canonicalUnit}`;
  if (field.integer === true && !Number.isInteger(canonical)) return 'must be a whole number';
  return undefined;
}

/** A limit as a reason names it: `1,000,000`. */
export function limitText(limit: number | bigint): string {
  return limit.toLocaleString('en', { maximumFractionDigits: 9 });
}

function moneyAnswer(field: MoneyField): z.ZodType {
  const amount = z.number().min(0).max(1e15);
  const due = { currency: z.enum(currencies), period: z.enum(field.periods), ...said };
  return z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('value'), value: amount, ...due }),
    z.strictObject({ state: z.literal('range'), low: amount, high: amount, ...due }).refine(...lowFirst),
    ...unanswered,
  ]);
}

type RefineArguments = [
  check: (range: { low: number; high: number }) => boolean,
  problem: { path: string[]; message: string },
];

const lowFirst: RefineArguments = [
  (range: { low: number; high: number }): boolean => range.low <= range.high,
  { path: ['low'], message: 'must not be above the high end' },
];

function option(options: Options): z.ZodType<string> {
  return z.enum(Object.keys(options));
}
