import fc from 'fast-check';
import type { Assessment, WorkloadKind } from '#lib/domain/assessment/assessment.ts';
import type { Field, Fields } from '#lib/domain/assessment/field.ts';
import { parseAssessment } from '#lib/domain/assessment/parse-assessment.ts';
import { questions, questionsOf } from '#lib/domain/assessment/questions.ts';
import { currencies, factorToCanonical } from '#lib/domain/assessment/unit.ts';

const kinds: readonly WorkloadKind[] = [
  'llm-serving',
  'retrieval',
  'training',
  'fine-tuning',
  'classical-inference',
  'batch',
  'edge-inference',
  'general',
];

/** Assessments of every kind of workload with any of the questions answered in any way that the intake accepts. */
export const anyAssessment: fc.Arbitrary<Assessment> = fc
  .record({
    answers: answersTo(questions.answers),
    workloads: fc.array(fc.constantFrom(...kinds).chain(workloadOf), { maxLength: 5 }),
    commitments: fc.array(answersTo(questions.commitments), { maxLength: 1 }),
    hardware: fc.array(answersTo(questions.hardware), { maxLength: 1 }),
  })
  .map(({ answers, workloads, commitments, hardware }) =>
    parseAssessment({
      format: 'infra-mind/assessment@1',
      title: 'Any client',
      answers,
      workloads: workloads.map((workload, index) => ({
        ...workload,
        id: `w${index}`,
        name: `Work of ${letter(index)}`,
      })),
      commitments: commitments.map((held) => ({ id: 'deal', name: 'The deal', answers: held })),
      hardware: hardware.map((held) => ({ id: 'box', name: 'The box', answers: held })),
    }),
  )
  .filter((parsed) => parsed.ok)
  .map((parsed) => parsed.assessment);

function letter(index: number): string {
  return 'ABCDE'.charAt(index);
}

function workloadOf(kind: WorkloadKind) {
  return fc.record({ kind: fc.constant(kind), answers: answersTo(questionsOf(kind)) });
}

function answersTo(fields: Fields) {
  return fc.record(Object.fromEntries(Object.entries(fields).map(([id, field]) => [id, answerTo(field)])), {
    requiredKeys: [],
  });
}

function answerTo(field: Field): fc.Arbitrary<unknown> {
  const said = fc.record(
    {
      basis: fc.constantFrom('measured', 'stated', 'believed'),
      quote: fc.constant('we said 5 things, "two" of them twice'),
    },
    { requiredKeys: ['basis'] },
  );
  const given = fc
    .tuple(valueOf(field), said)
    .map(([value, rest]) => ({ state: 'value', ...value, ...rest }));
  return fc.oneof(
    { weight: 9, arbitrary: given },
    { weight: 1, arbitrary: fc.constant({ state: 'unknown' }) },
  );
}

function valueOf(field: Field): fc.Arbitrary<Record<string, unknown>> {
  switch (field.kind) {
    case 'number': {
      const canonical = factorToCanonical(field.dimension, field.defaultUnit) ?? 1;
      return fc
        .integer({
          min: Math.ceil(Math.max(field.min ?? 0, 0) / canonical),
          max: Math.min(1_000, Math.floor((field.max ?? Number.MAX_SAFE_INTEGER) / canonical)),
        })
        .map((value) => ({ value, unit: field.defaultUnit }));
    }
    case 'money':
      return fc.record({
        value: fc.integer({ min: 0, max: 5_000_000 }),
        currency: fc.constantFrom(...currencies),
        period: fc.constantFrom(...field.periods),
      });
    case 'choice':
      return fc.constantFrom(...Object.keys(field.options)).map((value) => ({ value }));
    case 'choices':
      return fc
        .uniqueArray(fc.constantFrom(...Object.keys(field.options)), { minLength: 1, maxLength: 3 })
        .map((value) => ({ value }));
    case 'yes-no':
      return fc.boolean().map((value) => ({ value }));
    case 'date':
      return fc.constant({ value: '2027-01-01' });
    case 'text':
      return fc.constant({ value: 'Text with 12 numbers' });
  }
}
