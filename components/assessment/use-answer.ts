'use client';

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
