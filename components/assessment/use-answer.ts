'use client';

import { useEffect } from 'react';
import type { AskedQuestion } from './asked-question.ts';
import type { Entry } from './desk.ts';
import { useDesk, useEntry } from './desk-context.tsx';
import { type Draft, draftOf } from './draft.ts';
import { sameAnswer } from './same-answer.ts';

export type AnswerInProgress = {
  draft: Draft;
  /** What the person did in this form; undefined when the inputs show what is stored. */
  entry: Entry | undefined;
  /** Keeps what is typed, without saving it yet. */
  type: (change: Partial<Draft>) => void;
  /** Keeps a choice and saves it, if it makes an answer. */
  choose: (change: Partial<Draft>) => void;
  /** Saves what was typed, and says what is missing if it makes no answer. */
  leave: () => void;
  /** Takes the answer back: the question was not asked. */
  clear: () => void;
  keepOwn: () => void;
  takeStored: () => void;
};

/** What was typed is saved after a pause of this length, so that a closed lid loses no sentence. */
const pauseMs = 1_500;

/** The answer to a question as it is being typed, on top of what is stored at `revision`. */
export function useAnswer({ path, field, answer }: AskedQuestion, revision: number): AnswerInProgress {
  const desk = useDesk();
  const known = useEntry(path);
  const entry = known !== undefined && isReplaced(known) ? undefined : known;
  const draft = entry?.draft ?? draftOf(field, answer);

  /** Whether what was saved here was meanwhile answered by somebody else. */
  function isReplaced({ state, savedAt, seen }: Entry): boolean {
    return state === 'saved' && revision >= (savedAt ?? 0) && !sameAnswer(seen, answer);
  }

  useEffect(() => {
    // One end of a range is often below the other until it is typed to its end; a range is saved when it is left.
    if (entry?.state !== 'typing' || entry.draft.mode === 'range') return;
    const pause = setTimeout(() => desk.commit(path, field, false), pauseMs);
    return () => clearTimeout(pause);
  }, [desk, entry, field, path]);

  const type = (change: Partial<Draft>) => desk.type(path, { ...draft, ...change }, answer);
  return {
    draft,
    entry,
    type,
    choose(change) {
      type(change);
      desk.commit(path, field, false);
    },
    leave: () => desk.commit(path, field, true),
    clear() {
      desk.type(path, draftOf(field, undefined), answer);
      desk.commit(path, field, true);
    },
    keepOwn: () => desk.keepOwn(path, field, answer),
    takeStored: () => desk.takeStored(path),
  };
}
