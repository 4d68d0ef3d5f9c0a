import fc from 'fast-check';
import { bases } from '#lib/domain/assessment/answer.ts';
import { assessmentFormat } from '#lib/domain/assessment/assessment.ts';
import type { Field, Fields, NumberField } from '#lib/domain/assessment/field.ts';
import { workloadFields } from '#lib/domain/assessment/fields/workloads.ts';
import { isWorkloadKind, questions, questionsOf } from '#lib/domain/assessment/questions.ts';
import { slugPattern } from '#lib/domain/assessment/slug.ts';
import { currencies, dimensions, factorToCanonical } from '#lib/domain/assessment/unit.ts';

/** The JSON of any valid assessment, made from the questions themselves. */
export const arbitraryAssessmentJson: fc.Arbitrary<Record<string, unknown>> = fc
  .record(
    {
      format: fc.constant(assessmentFormat),
      title: arbitraryText(200),
      client: arbitraryText(200),
      answers: arbitraryAnswers(questions.answers),
      workloads: entries(
        fc.constantFrom(...Object.keys(workloadFields).filter(isWorkloadKind)).chain((kind) =>
          fc.record({
            id: arbitrarySlug(),
            name: arbitraryText(120),
            kind: fc.constant(kind),
            answers: arbitraryAnswers(questionsOf(kind)),
          }),
        ),
      ),
      commitments: entries(entry(questions.commitments)),
      hardware: entries(entry(questions.hardware)),
    },
    { requiredKeys: ['format', 'title', 'answers', 'workloads', 'commitments', 'hardware'] },
  )
  .map((json) => ({ ...json }));

/** Any valid answer to a question: a value or a range in one of its units, or one of the two kinds of silence. */
export function arbitraryAnswer(field: Field): fc.Arbitrary<unknown> {
  const silence = fc.record(
    { state: fc.constantFrom('unknown', 'not-applicable'), quote: arbitraryText(2_000) },
    { requiredKeys: ['state'] },
  );
  return fc.oneof({ weight: 4, arbitrary: answerWithValue(field) }, { weight: 1, arbitrary: silence });
}

function answerWithValue(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'number':
      return fc
        .constantFrom(...Object.keys(dimensions[field.dimension].units))
        .chain((unit) => amountIn({ unit }, numberIn(field, unit)));
    case 'money':
      return fc
        .record({ currency: fc.constantFrom(...currencies), period: fc.constantFrom(...field.periods) })
        .chain((due) => amountIn(due, plainNumber(0, 1e12)));
    case 'choice':
      return valued(fc.constantFrom(...Object.keys(field.options)));
    case 'choices':
      return valued(fc.subarray(Object.keys(field.options), { minLength: 1 }));
    case 'text':
      return valued(arbitraryText(field.maxLength));
    case 'yes-no':
      return valued(fc.boolean());
    default:
      return valued(
        fc
          .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
          .map((date) => date.toISOString().slice(0, 10)),
      );
  }
}

function numberIn(field: NumberField, unit: string): fc.Arbitrary<number> {
  const factor = factorToCanonical(field.dimension, unit) ?? 1;
  const min = field.min ?? -1e12;
  const max = field.max ?? 1e12;
  const fits = (value: number): boolean =>
    value * factor >= min &&
    value * factor <= max &&
    (field.integer !== true || Number.isInteger(value * factor));
  const drawn =
    field.integer === true
      ? fc.integer({ min: Math.ceil(min), max: Math.min(max, 2 ** 31) }).map((value) => value / factor)
      : plainNumber(min / factor, max / factor);
  return drawn.filter(fits);
}

/** A number that JSON can hold; minus zero is not one. */
function plainNumber(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true }).map((value) => (value === 0 ? 0 : value));
}

function amountIn(unit: Record<string, unknown>, number: fc.Arbitrary<number>): fc.Arbitrary<unknown> {
  const range = fc.tuple(number, number).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
  return fc.oneof(
    number.chain((value) => said({ state: 'value', value, ...unit })),
    range.chain((ends) => said({ state: 'range', ...ends, ...unit })),
  );
}

function valued(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return value.chain((held) => said({ state: 'value', value: held }));
}

function said(answer: Record<string, unknown>): fc.Arbitrary<unknown> {
  return fc
    .record({ basis: fc.constantFrom(...bases), quote: arbitraryText(2_000) }, { requiredKeys: ['basis'] })
    .map((how) => ({ ...answer, ...how }));
}

function arbitraryAnswers(fields: Fields): fc.Arbitrary<Record<string, unknown>> {
  const answered = Object.entries(fields).map(([id, field]) =>
    fc.option(arbitraryAnswer(field), { freq: 2 }).map((answer) => (answer === null ? [] : [[id, answer]])),
  );
  return fc.tuple(...answered).map((pairs) => Object.fromEntries(pairs.flat()));
}

function entry(fields: Fields): fc.Arbitrary<{ id: string }> {
  return fc.record({ id: arbitrarySlug(), name: arbitraryText(120), answers: arbitraryAnswers(fields) });
}

function entries<T extends { id: string }>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.uniqueArray(one, { selector: ({ id }) => id, maxLength: 4 });
}

function arbitrarySlug(): fc.Arbitrary<string> {
  return fc.stringMatching(slugPattern).filter((slug) => slug.length <= 40);
}

function arbitraryText(maxLength: number): fc.Arbitrary<string> {
  return fc
    .string({ minLength: 1, maxLength: Math.min(maxLength, 40), unit: 'binary' })
    .filter((text) => text.trim() !== '' && text.length <= maxLength);
}
