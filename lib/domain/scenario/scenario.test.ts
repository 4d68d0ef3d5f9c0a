import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { assessmentOf, said, serving } from '../analysis/clients.fixture.ts';
import type { AssessmentEdit } from '../assessment/edit-assessment.ts';
import { attributeFlips } from './attribute-flips.ts';
import { diffAnalyses, isEmptyDiff } from './diff-analyses.ts';
import { analysed, scenario } from './scenario.ts';

const catalogue = await readCatalogue();
const client = assessmentOf({
  answers: { clouds: { ...said, value: ['azure'] } },
  workloads: [serving(100_000)],
});
const before = analysed(client, catalogue);

function after(edits: readonly AssessmentEdit[]) {
  const result = scenario(client, edits, catalogue);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

const load = (value: number): AssessmentEdit => ({
  kind: 'answer',
  path: 'workloads.notes.requestsPerDay',
  answer: { ...said, value, unit: 'per-day' },
});
const clouds = (value: string[]): AssessmentEdit => ({
  kind: 'answer',
  path: 'answers.clouds',
  answer: { ...said, value },
});
const renamed: AssessmentEdit = { kind: 'heading', title: 'Another title' };

describe('a scenario', () => {
  it('without changes has an empty diff, whatever the client', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_000_000 }),
        fc.subarray<'aws' | 'azure' | 'gcp'>(['aws', 'azure', 'gcp'], { minLength: 1 }),
        (requests, inUse) => {
          const some = assessmentOf({
            answers: { clouds: { ...said, value: inUse } },
            workloads: [serving(requests)],
          });
          const same = scenario(some, [], catalogue);
          if (!same.ok) throw new Error('refused');
          expect(diffAnalyses(analysed(some, catalogue), same)).toEqual({
            moved: [],
            appeared: [],
            disappeared: [],
            flipped: [],
          });
        },
      ),
      { numRuns: 12, seed: 3 },
    );
  }, 60_000);

  it('whose changes take each other back has an empty diff, and so has one that changes only words', () => {
    expect(isEmptyDiff(diffAnalyses(before, after([load(400_000), load(100_000)])))).toBe(true);
    expect(isEmptyDiff(diffAnalyses(before, after([renamed])))).toBe(true);
  });

  it('says which figures moved and by how much, the furthest first', () => {
    const { moved } = diffAnalyses(before, after([load(200_000)]));
    const byId = new Map(moved.map((figure) => [figure.id, figure]));
    expect(byId.get('answer.workloads.notes.requestsPerDay')?.relativeChange).toBeCloseTo(1, 12);
    expect(byId.get('load.notes.requests-per-month')?.relativeChange).toBeCloseTo(1, 12);
    expect(byId.has('answer.workloads.notes.inputTokens')).toBe(false);
    const distances = moved.map(({ relativeChange }) => Math.abs(relativeChange ?? Infinity));
    expect(distances).toEqual(distances.toSorted((a, b) => b - a));
  });

  it('of one direction is the other direction turned round', () => {
    const more = after([load(400_000)]);
    const [there, back] = [diffAnalyses(before, more), diffAnalyses(more, before)];
    expect(back.moved.map(({ id }) => id).toSorted()).toEqual(there.moved.map(({ id }) => id).toSorted());
    expect(back.appeared).toEqual(there.disappeared);
    expect(back.disappeared).toEqual(there.appeared);
    expect(back.flipped).toEqual(
      there.flipped.map((flip) => ({ need: flip.need, before: flip.after, after: flip.before })),
    );
  });

  it('names the edit that does not fit, and makes none', () => {
    const refused = scenario(client, [load(5), load(-5)], catalogue);
    expect(refused).toMatchObject({ ok: false, edit: 1 });
    expect(!refused.ok && refused.problems[0]?.field).toBe('workloads.notes.requestsPerDay.value');
    expect(client.workloads[0]?.answers).toEqual(serving(100_000).answers);
  });
});

describe('a flip', () => {
  it('is laid at the door of the one edit that makes it', () => {
    const edits = [renamed, clouds(['gcp']), load(105_000)];
    const { flipped } = diffAnalyses(before, after(edits));
    expect(flipped.map(({ need }) => need)).toEqual(['notes']);
    const [flip] = attributeFlips(client, edits, flipped, catalogue);
    expect(flip).toMatchObject({ need: 'notes', needed: [1], enough: [1] });
    expect(flip?.before).not.toBe(flip?.after);
  });

  it('of a need that an edit adds is due to that edit, and what rests on the edit goes with it', () => {
    const edits: AssessmentEdit[] = [
      load(105_000),
      { kind: 'add-workload', name: 'Portal', workload: 'general' },
      { kind: 'answer', path: 'workloads.portal.vcpus', answer: { ...said, value: 64, unit: 'items' } },
    ];
    const { flipped } = diffAnalyses(before, after(edits));
    const [flip] = attributeFlips(client, edits, flipped, catalogue);
    expect(flip).toMatchObject({ need: 'portal', needed: [1, 2], enough: [] });
    expect(flip?.before).toBeUndefined();
  });

  it('is due to none of two edits alone that would each do', () => {
    const edits = [clouds(['gcp']), clouds(['gcp'])];
    const { flipped } = diffAnalyses(before, after(edits));
    expect(attributeFlips(client, edits, flipped, catalogue)[0]).toMatchObject({
      needed: [],
      enough: [0, 1],
    });
  });

  it('that there is none of costs nothing', () => {
    expect(attributeFlips(client, [renamed], [], catalogue)).toEqual([]);
  });
});
