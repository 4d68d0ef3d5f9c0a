import type { AssessmentEdit } from '#lib/domain/assessment/edit-assessment.ts';
import type { FieldProblem } from '#lib/errors.ts';

/** What became of one edit. */
export type EditOutcome =
  | { kind: 'saved'; revision: number; added?: string }
  | { kind: 'refused'; problems: readonly FieldProblem[] }
  | { kind: 'conflict' }
  | { kind: 'not-saved'; say: string; signIn: boolean };

/** Sends one edit, at the revision that the person saw. Rejects when no answer came. */
export type SendEdit = (revision: number, edit: AssessmentEdit) => Promise<EditOutcome>;

/** Why nothing is sent at the moment. */
export type Halt =
  | { because: 'conflict'; revision: number }
  | { because: 'unreachable' }
  | { because: 'not-saved'; say: string; signIn: boolean };

export type QueuedEdit = {
  edit: AssessmentEdit;
  /** A waiting edit of the same key is replaced by a newer one. */
  key?: string;
  /** Stays in the queue while nothing can be sent; without it, the edit is given up and its outcome told. */
  keep: boolean;
  sending?: () => void;
  settled: (outcome: EditOutcome) => void;
};

export type EditQueue = {
  revision: () => number;
  halt: () => Halt | undefined;
  waiting: () => number;
  add: (queued: QueuedEdit) => void;
  /** Takes a waiting edit back. */
  withdraw: (key: string) => void;
  /** Takes note that the person has seen a newer revision. */
  see: (revision: number) => void;
  /** Sends again after a halt. */
  resume: () => void;
};

/**
 * Sends edits one after the other, each at the revision that the one before it made. A conflict, a refusal to the person or
 * a lost connection halts it with everything still in it. `changed` is called whenever its state is another one.
 */
export function createEditQueue(firstRevision: number, send: SendEdit, changed: () => void): EditQueue {
  const edits: QueuedEdit[] = [];
  let revision = firstRevision;
  let halt: Halt | undefined;
  let current: QueuedEdit | undefined;

  async function sendAll(): Promise<void> {
    if (current !== undefined) return;
    for (let next = edits[0]; next !== undefined && halt === undefined; next = edits[0]) {
      current = next;
      next.sending?.();
      changed();
      const sentAt = revision;
      const outcome = await send(sentAt, next.edit).catch(() => 'no answer' as const);
      current = undefined;
      settle(next, outcome, sentAt);
      changed();
    }
  }

  function settle(sent: QueuedEdit, outcome: EditOutcome | 'no answer', sentAt: number): void {
    halt = haltAfter(outcome, sentAt);
    if (halt !== undefined && sent.keep) return;
    edits.shift();
    if (outcome === 'no answer') {
      halt = undefined;
      sent.settled({ kind: 'not-saved', say: unreachable, signIn: false });
      return;
    }
    if (outcome.kind === 'saved') revision = Math.max(revision, outcome.revision);
    sent.settled(outcome);
  }

  return {
    revision: () => revision,
    halt: () => halt,
    waiting: () => edits.length,
    add(queued) {
      const at =
        queued.key === undefined
          ? -1
          : edits.findIndex((edit) => edit.key === queued.key && edit !== current);
      if (at === -1) edits.push(queued);
      else edits[at] = queued;
      changed();
      void sendAll();
    },
    withdraw(key) {
      const at = edits.findIndex((edit) => edit.key === key && edit !== current);
      if (at !== -1) edits.splice(at, 1);
      changed();
    },
    see(seen) {
      revision = Math.max(revision, seen);
    },
    resume() {
      halt = undefined;
      changed();
      void sendAll();
    },
  };
}

const unreachable = 'The server did not answer. Try again when the connection is back.';

function haltAfter(outcome: EditOutcome | 'no answer', revision: number): Halt | undefined {
  if (outcome === 'no answer') return { because: 'unreachable' };
  if (outcome.kind === 'conflict') return { because: 'conflict', revision };
  if (outcome.kind === 'not-saved') return { because: 'not-saved', say: outcome.say, signIn: outcome.signIn };
  return undefined;
}
