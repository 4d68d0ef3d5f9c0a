import { describe, expect, it } from 'vitest';
import type { Answer } from '#lib/domain/assessment/answer.ts';
import type { AssessmentEdit } from '#lib/domain/assessment/edit-assessment.ts';
import { type Field } from '#lib/domain/assessment/field.ts';
import { questions } from '#lib/domain/assessment/questions.ts';
import { createDesk, type Desk } from './desk.ts';
import { draftOf } from './draft.ts';
import type { EditOutcome } from './edit-queue.ts';

/** A server that answers each edit when the test says so. */
function aServer() {
  const calls: { revision: number; edit: AssessmentEdit; answer: (outcome: EditOutcome | Error) => void }[] =
    [];
  const send = (revision: number, edit: AssessmentEdit): Promise<EditOutcome> =>
    new Promise((resolve, reject) =>
      calls.push({
        revision,
        edit,
        answer: (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome)),
      }),
    );
  return {
    calls,
    send,
    async answer(call: number, outcome: EditOutcome | Error): Promise<void> {
      const sent = calls[call];
      if (sent === undefined) throw new Error(`There was no call ${call}.`);
      sent.answer(outcome);
      // The queue goes on in promises that are already settled: one turn of the loop lets all of them run.
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

const goals = textField('goals');
const industry = textField('industry');

function textField(id: string): Field {
  const found = questions.answers[id];
  if (found === undefined) throw new Error(`There is no question ${id}.`);
  return found;
}

function answered(value: string): Answer {
  return { state: 'value', value, basis: 'stated' };
}

function say(desk: Desk, path: string, text: string, seen?: Answer): void {
  const field = path === 'answers.goals' ? goals : industry;
  desk.type(path, { ...draftOf(field, seen), text }, seen);
  desk.commit(path, field, true);
}

function openDesk(answers: Record<string, Answer> = {}) {
  const server = aServer();
  return { server, desk: createDesk({ revision: 1, answers }, server.send) };
}

describe('the desk of a form', () => {
  it('sends edits one after the other, each at the revision of the one before', async () => {
    const { server, desk } = openDesk();
    say(desk, 'answers.goals', 'Faster notes');
    say(desk, 'answers.industry', 'healthcare');
    expect(server.calls.map(({ revision }) => revision)).toEqual([1]);
    await server.answer(0, { kind: 'saved', revision: 2 });
    expect(server.calls.map(({ revision }) => revision)).toEqual([1, 2]);
    await server.answer(1, { kind: 'saved', revision: 3 });
    expect(desk.status()).toMatchObject({ unsaved: 0, saving: false, everSaved: true });
  });

  it('replaces what waits by what was typed later, and sends that after the one on its way', async () => {
    const { server, desk } = openDesk();
    say(desk, 'answers.goals', 'One');
    say(desk, 'answers.goals', 'Two');
    say(desk, 'answers.goals', 'Three');
    await server.answer(0, { kind: 'saved', revision: 2 });
    expect(desk.status().unsaved).toBe(1);
    await server.answer(1, { kind: 'saved', revision: 3 });
    expect(server.calls.map(({ edit }) => edit)).toEqual([
      { kind: 'answer', path: 'answers.goals', answer: answered('One') },
      { kind: 'answer', path: 'answers.goals', answer: answered('Three') },
    ]);
    expect(desk.entryAt('answers.goals')?.state).toBe('saved');
  });

  it('sends nothing when the stored answer was typed again', () => {
    const stored = answered('Faster notes');
    const { server, desk } = openDesk({ 'answers.goals': stored });
    say(desk, 'answers.goals', 'Faster notes', stored);
    expect(server.calls).toEqual([]);
    expect(desk.status().unsaved).toBe(0);
  });

  it('takes an answer back when its text is emptied', () => {
    const stored = answered('Faster notes');
    const { server, desk } = openDesk({ 'answers.goals': stored });
    say(desk, 'answers.goals', '', stored);
    expect(server.calls[0]?.edit).toEqual({ kind: 'answer', path: 'answers.goals' });
  });

  it('shows why an answer was refused, keeps it, and goes on with the next', async () => {
    const { server, desk } = openDesk();
    say(desk, 'answers.goals', 'x'.repeat(5_000));
    say(desk, 'answers.industry', 'healthcare');
    await server.answer(0, {
      kind: 'refused',
      problems: [{ field: 'answers.goals.value', reason: 'must be at most 4,000 characters long' }],
    });
    expect(desk.entryAt('answers.goals')).toMatchObject({
      state: 'refused',
      draft: { text: 'x'.repeat(5_000) },
      problems: ['The answer must be at most 4,000 characters long.'],
    });
    expect(server.calls[1]).toMatchObject({ revision: 1, edit: { path: 'answers.industry' } });
  });

  it('keeps everything while the server does not answer, and sends it when asked', async () => {
    const { server, desk } = openDesk();
    say(desk, 'answers.goals', 'Faster notes');
    say(desk, 'answers.industry', 'healthcare');
    await server.answer(0, new TypeError('Failed to fetch'));
    expect(desk.status()).toMatchObject({ unsaved: 2, halt: { because: 'unreachable' } });
    expect(server.calls).toHaveLength(1);
    desk.retry();
    await server.answer(1, { kind: 'saved', revision: 2 });
    await server.answer(2, { kind: 'saved', revision: 3 });
    expect(desk.status()).toMatchObject({ unsaved: 0, halt: undefined });
  });

  it('halts at a conflict, and after loading saves what nobody else touched', async () => {
    const { server, desk } = openDesk();
    say(desk, 'answers.goals', 'Faster notes');
    await server.answer(0, { kind: 'conflict' });
    expect(desk.status()).toMatchObject({ unsaved: 1, halt: { because: 'conflict', revision: 1 } });
    desk.load({ revision: 2, answers: { 'answers.industry': answered('healthcare') } });
    expect(server.calls[1]).toMatchObject({ revision: 2, edit: { path: 'answers.goals' } });
    await server.answer(1, { kind: 'saved', revision: 3 });
    expect(desk.status()).toMatchObject({ unsaved: 0, halt: undefined });
  });

  it('never overwrites what somebody else answered meanwhile: the person decides', async () => {
    const { server, desk } = openDesk();
    const theirs = answered('Cheaper notes');
    say(desk, 'answers.goals', 'Faster notes');
    await server.answer(0, { kind: 'conflict' });
    desk.load({ revision: 2, answers: { 'answers.goals': theirs } });
    expect(server.calls).toHaveLength(1);
    expect(desk.entryAt('answers.goals')).toMatchObject({
      state: 'collided',
      draft: { text: 'Faster notes' },
    });
    desk.keepOwn('answers.goals', goals, theirs);
    expect(server.calls[1]).toMatchObject({ revision: 2, edit: { answer: answered('Faster notes') } });
  });

  it('lets the own answer go when the person prefers the stored one', async () => {
    const { server, desk } = openDesk();
    say(desk, 'answers.goals', 'Faster notes');
    await server.answer(0, { kind: 'conflict' });
    desk.load({ revision: 2, answers: { 'answers.goals': answered('Cheaper notes') } });
    desk.takeStored('answers.goals');
    expect(desk.entryAt('answers.goals')).toBeUndefined();
    expect(desk.status().unsaved).toBe(0);
    expect(server.calls).toHaveLength(1);
  });

  it('does not take its own save, seen again after a lost answer, for somebody else', async () => {
    const { server, desk } = openDesk();
    say(desk, 'answers.goals', 'Faster notes');
    await server.answer(0, new TypeError('Failed to fetch'));
    desk.retry();
    await server.answer(1, { kind: 'conflict' });
    desk.load({ revision: 2, answers: { 'answers.goals': answered('Faster notes') } });
    expect(desk.entryAt('answers.goals')?.state).not.toBe('collided');
    await server.answer(2, { kind: 'saved', revision: 3 });
    expect(desk.status().unsaved).toBe(0);
  });

  it('does not send half an answer, nor the whole one that it replaces', async () => {
    const { server, desk } = openDesk();
    say(desk, 'answers.industry', 'healthcare');
    say(desk, 'answers.goals', 'Whole');
    desk.type('answers.goals', { ...draftOf(goals, undefined), quote: 'a quote alone' }, undefined);
    desk.commit('answers.goals', goals, true);
    await server.answer(0, { kind: 'saved', revision: 2 });
    expect(server.calls).toHaveLength(1);
    expect(desk.entryAt('answers.goals')?.problems).toHaveLength(1);
  });

  it('tells a form the outcome of its edit, after all answers before it', async () => {
    const { server, desk } = openDesk();
    say(desk, 'answers.goals', 'Faster notes');
    const added = desk.perform({ kind: 'add-hardware', name: 'Racks' });
    await server.answer(0, { kind: 'saved', revision: 2 });
    await server.answer(1, { kind: 'saved', revision: 3, added: 'racks' });
    expect(await added).toEqual({ kind: 'saved', revision: 3, added: 'racks' });
    expect(server.calls[1]?.revision).toBe(2);
  });

  it('lets a form know of a lost connection without keeping its edit', async () => {
    const { server, desk } = openDesk();
    const added = desk.perform({ kind: 'add-hardware', name: 'Racks' });
    await server.answer(0, new TypeError('Failed to fetch'));
    expect(await added).toMatchObject({ kind: 'not-saved', signIn: false });
    expect(desk.status()).toMatchObject({ saving: false, halt: undefined });
  });

  it('forgets what was typed into an entry that was removed', async () => {
    const { desk, server } = openDesk();
    say(desk, 'answers.industry', 'healthcare');
    say(desk, 'answers.goals', 'Faster notes');
    await server.answer(0, { kind: 'saved', revision: 2 });
    await server.answer(1, { kind: 'refused', problems: [] });
    desk.forget('answers.goals');
    expect(desk.status().unsaved).toBe(0);
  });
});
