import { describe, expect, it } from 'vitest';
import { readExample } from '../../../test/assessment/examples.ts';
import { addCommitment, addHardware, addWorkload, removeEntry, renameEntry } from './change-entries.ts';
import { isSlug, slugFrom } from './slug.ts';

const before = readExample('support-saas');

describe('entries of an assessment', () => {
  it('are added with a slug of their own and without answers', () => {
    const first = addWorkload(before, { name: 'Ticket Übersicht', kind: 'batch' });
    if (!first.ok) throw new Error('refused');
    expect(first.assessment.workloads.at(-1)).toEqual({
      id: 'ticket-ubersicht',
      name: 'Ticket Übersicht',
      kind: 'batch',
      answers: {},
    });
    const second = addWorkload(first.assessment, { name: 'Ticket-Übersicht', kind: 'batch' });
    expect(second.ok && second.id).toBe('ticket-ubersicht-2');
    const commitment = addCommitment(before, { name: 'Azure' });
    expect(commitment.ok && commitment.assessment.commitments.map(({ id }) => id)).toEqual([
      'google-cloud',
      'azure',
    ]);
    const hardware = addHardware(before, { name: '???' });
    expect(hardware.ok && hardware.id).toBe('item');
  });

  it('keep their id and answers under another name', () => {
    const renamed = renameEntry(before, 'workloads', 'assistant', 'Helper');
    expect(renamed.ok && renamed.assessment.workloads[0]).toEqual({ ...before.workloads[0], name: 'Helper' });
  });

  it('are removed with their answers, the others staying as they are', () => {
    const removed = removeEntry(before, 'workloads', 'assistant');
    expect(removed.ok && removed.assessment.workloads).toEqual(before.workloads.slice(1));
  });

  it('are refused without a name, or when they are not there', () => {
    const nameless = addWorkload(before, { name: ' ', kind: 'batch' });
    expect(nameless.ok ? [] : nameless.problems).toEqual([
      { field: 'workloads.item.name', reason: 'must not be empty' },
    ]);
    expect(renameEntry(before, 'hardware', 'gone', 'x').ok).toBe(false);
    expect(removeEntry(before, 'hardware', 'gone').ok).toBe(false);
  });
});

describe('slugFrom', () => {
  it('always makes an id that is allowed and free', () => {
    const taken: string[] = [];
    for (const name of [
      'Notes',
      'notes!',
      'x'.repeat(200),
      'x'.repeat(201),
      '--a--',
      'Größe & Maß',
      '日本',
      '日本',
    ]) {
      const slug = slugFrom(name, taken);
      expect(slug).toSatisfy(isSlug);
      expect(taken).not.toContain(slug);
      taken.push(slug);
    }
  });
});
