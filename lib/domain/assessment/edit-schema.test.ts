import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExample } from '../../../test/assessment/examples.ts';
import { editAssessment } from './edit-assessment.ts';
import { assessmentEditSchema } from './edit-schema.ts';

const assessment = readExample('fraud-bank');

describe('assessmentEditSchema', () => {
  it.each([
    { kind: 'answer', path: 'answers.industry', answer: { state: 'unknown' } },
    { kind: 'answer', path: 'answers.industry' },
    { kind: 'heading', title: 'Fraud', client: 'Bank' },
    { kind: 'add-workload', name: 'More', workload: 'batch' },
    { kind: 'add-commitment', name: 'More' },
    { kind: 'add-hardware', name: 'More' },
    { kind: 'rename', collection: 'workloads', id: 'card-fraud', name: 'Cards' },
    { kind: 'remove', collection: 'commitments', id: 'aws' },
  ])('lets an edit through that can be made: $kind', (edit) => {
    expect(editAssessment(assessment, assessmentEditSchema.parse(edit)).ok).toBe(true);
  });

  it.each([
    { kind: 'rename', collection: '__proto__', id: 'x', name: 'y' },
    { kind: 'remove', collection: 'answers', id: 'industry' },
    { kind: 'add-workload', name: 'More', workload: 'constructor' },
    { kind: 'add-commitment', name: 5 },
    { kind: 'freeze' },
  ])('stops %j', (edit) => {
    expect(assessmentEditSchema.safeParse(edit).success).toBe(false);
  });

  it('lets nothing through that an edit could crash on', () => {
    const entry = { collection: fc.constantFrom('workloads', 'commitments', 'hardware'), id: fc.string() };
    const anyEdit = fc.oneof(
      fc.record({ kind: fc.constant('answer'), path: pathsAndOthers, answer: fc.anything() }),
      fc.record({ kind: fc.constant('heading'), title: fc.string() }),
      fc.record({ kind: fc.constant('add-workload'), name: fc.string(), workload: fc.constant('batch') }),
      fc.record({ kind: fc.constant('rename'), ...entry, name: fc.string() }),
      fc.record({ kind: fc.constant('remove'), ...entry }),
    );
    fc.assert(
      fc.property(anyEdit, (edit) => {
        const edited = editAssessment(assessment, assessmentEditSchema.parse(edit));
        expect(edited.ok || edited.problems.length > 0).toBe(true);
      }),
    );
  });
});

const pathsAndOthers = fc.oneof(
  fc.constantFrom('answers.goals', 'answers.__proto__', 'workloads.card-fraud.latencyP99', 'hardware'),
  fc.string(),
);
