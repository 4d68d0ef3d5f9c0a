import type { Answer } from '#lib/domain/assessment/answer.ts';
import type { AnswerPath } from '#lib/domain/assessment/assessment.ts';
import type { AssessmentEdit } from '#lib/domain/assessment/edit-assessment.ts';
import type { Field } from '#lib/domain/assessment/field.ts';
import { answerOf, type Draft } from './draft.ts';
import { createEditQueue, type EditOutcome, type Halt, type SendEdit } from './edit-queue.ts';
import { sameAnswer } from './same-answer.ts';
import { partProblems, refusalProblems } from './problem-text.ts';

/** What is stored, as the server last told it. */
export type StoredAnswers = { revision: number; answers: Readonly<Record<AnswerPath, Answer>> };

/** What a person has done to one question since the form was opened. */
export type Entry = {
  draft: Draft;
  /** The stored answer over which it was typed. */
  seen: Answer | undefined;
  /** `collided`: somebody else answered the same question meanwhile, and the person decides. */
  state: 'typing' | 'waiting' | 'sending' | 'saved' | 'refused' | 'collided';
  /** The revision in which it was saved. */
  savedAt?: number;
  /** The answer that was last sent; `undefined` in it takes the answer back. */
  sent?: { answer: Answer | undefined };
  problems: readonly string[];
};

export type DeskStatus = { unsaved: number; saving: boolean; everSaved: boolean; halt: Halt | undefined };

/** Where the answers of one open form are typed and saved. It outlives the page of a section. */
export type Desk = ReturnType<typeof createDesk>;

/** Opens a desk on what is stored. `send` saves one edit. */
export function createDesk(stored: StoredAnswers, send: SendEdit) {
  const listeners = new Set<() => void>();
  const entries = new Map<AnswerPath, Entry>();
  const queue = createEditQueue(stored.revision, send, tell);
  let status: DeskStatus = { unsaved: 0, saving: false, everSaved: false, halt: undefined };

  function tell(): void {
    const all = [...entries.values()];
    const next: DeskStatus = {
      unsaved: all.filter(({ state }) => state !== 'saved').length,
      saving: queue.waiting() > 0 && queue.halt() === undefined,
      everSaved: status.everSaved || all.some(({ state }) => state === 'saved'),
      halt: queue.halt(),
    };
    status = next;
    for (const listener of listeners) listener();
  }

  function put(path: AnswerPath, change: Partial<Entry>): void {
    const entry = entries.get(path);
    if (entry !== undefined) entries.set(path, { ...entry, ...change });
  }

  /** Saves what was typed if it makes an answer; `aloud` tells what is missing when it does not. */
  function commit(path: AnswerPath, field: Field, aloud: boolean): void {
    const entry = entries.get(path);
    if (entry?.state !== 'typing') return;
    const reading = answerOf(field, entry.draft);
    if (reading.kind === 'incomplete') {
      queue.withdraw(path);
      if (aloud) put(path, { problems: partProblems(reading.problems) });
      tell();
      return;
    }
    const answer = reading.kind === 'answer' ? reading.answer : undefined;
    if (!sameAnswer(answer, entry.seen) || isInFlight(entry)) return sendAnswer(path, answer);
    queue.withdraw(path);
    put(path, { state: 'saved', problems: [] });
    tell();
  }

  function sendAnswer(path: AnswerPath, answer: Answer | undefined): void {
    put(path, { state: 'waiting', problems: [] });
    queue.add({
      key: path,
      keep: true,
      edit: answer === undefined ? { kind: 'answer', path } : { kind: 'answer', path, answer },
      sending: () => put(path, { sent: { answer }, ...stateIf(path, 'waiting', 'sending') }),
      settled: (outcome) => settle(path, answer, outcome),
    });
  }

  function settle(path: AnswerPath, answer: Answer | undefined, outcome: EditOutcome): void {
    if (outcome.kind === 'saved')
      put(path, { seen: answer, savedAt: outcome.revision, ...stateIf(path, 'sending', 'saved') });
    if (outcome.kind === 'refused' && entries.get(path)?.state === 'sending')
      put(path, { state: 'refused', problems: refusalProblems(path, outcome.problems) });
  }

  /** A state that a question takes only if it is still in the one before: meanwhile the person may have typed on. */
  function stateIf(path: AnswerPath, before: Entry['state'], after: Entry['state']): Partial<Entry> {
    return entries.get(path)?.state === before ? { state: after } : {};
  }

  return {
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    status: () => status,
    revision: queue.revision,
    entryAt: (path: AnswerPath) => entries.get(path),

    /** Keeps what was typed over the stored answer `seen`. Nothing is sent. */
    type(path: AnswerPath, draft: Draft, seen: Answer | undefined): void {
      const before = entries.get(path);
      const base = before === undefined || isOutdated(before, seen) ? { seen } : before;
      entries.set(path, { ...base, draft, state: 'typing', problems: [] });
      tell();
    },

    commit,

    /** After a collision: saves the own answer over the one now stored. */
    keepOwn(path: AnswerPath, field: Field, seen: Answer | undefined): void {
      put(path, { state: 'typing', seen });
      commit(path, field, true);
    },

    /** After a collision: lets the own answer go. */
    takeStored(path: AnswerPath): void {
      queue.withdraw(path);
      entries.delete(path);
      tell();
    },

    /** Lets go of everything typed below a place that is no longer part of the assessment. */
    forget(place: string): void {
      for (const path of entries.keys()) {
        if (!path.startsWith(place)) continue;
        queue.withdraw(path);
        entries.delete(path);
      }
      tell();
    },

    /** Makes an edit that is not an answer, after everything that waits. The outcome is for the form that asked. */
    perform: (edit: AssessmentEdit): Promise<EditOutcome> =>
      new Promise((resolve) => queue.add({ edit, keep: false, settled: resolve })),

    /**
     * Takes in what is stored by now. Unsaved answers to questions that nobody else touched are sent; those to questions
     * that somebody did are kept, marked, and not sent.
     */
    load(now: StoredAnswers): void {
      if (now.revision < queue.revision()) return;
      queue.see(now.revision);
      for (const [path, entry] of entries) {
        if (entry.state === 'saved' || entry.state === 'collided') continue;
        if (entry.state === 'sending' && queue.halt() === undefined) continue;
        if (!wasTouched(entry, now.answers[path])) continue;
        queue.withdraw(path);
        put(path, { state: 'collided' });
      }
      const halt = queue.halt();
      if (halt?.because === 'conflict' && now.revision > halt.revision) queue.resume();
      tell();
    },

    retry: queue.resume,
  };
}

function isInFlight({ sent, seen }: Entry): boolean {
  return sent !== undefined && !sameAnswer(sent.answer, seen);
}

/** Whether a saved answer was meanwhile replaced by somebody else's. */
function isOutdated({ state, seen }: Entry, stored: Answer | undefined): boolean {
  return state === 'saved' && !sameAnswer(seen, stored);
}

function wasTouched({ seen, sent }: Entry, stored: Answer | undefined): boolean {
  return !sameAnswer(seen, stored) && !(sent !== undefined && sameAnswer(sent.answer, stored));
}
