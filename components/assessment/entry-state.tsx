import { Check, CircleAlert, LoaderCircle, PenLine } from 'lucide-react';
import { AnswerText } from './answer-text.tsx';
import type { AskedQuestion } from './asked-question.ts';
import type { Entry } from './desk.ts';
import { takesRange } from './draft.ts';

type Props = { question: AskedQuestion; revision: number; entry: Entry | undefined };

/** How saving stands for one question. A number is read back with its unit, so that a slip of the pen is seen. */
export function EntryState({ question, revision, entry }: Props) {
  if (entry === undefined) return null;
  const { state, savedAt = 0 } = entry;
  const isQuantity =
    takesRange(question.field) && (entry.draft.mode === 'value' || entry.draft.mode === 'range');
  const reads = isQuantity && revision >= savedAt ? question.reads : undefined;
  return (
    <p className="ml-auto flex items-center gap-1.5 text-xs text-ink-faint [&_svg]:size-3.5">
      {state === 'saved' ? (
        <>
          <Check aria-hidden className="text-good" />
          {reads === undefined ? (
            'Saved'
          ) : (
            <span>
              Saved: <AnswerText path={question.path} reads={reads} />
            </span>
          )}
        </>
      ) : null}
      {state === 'typing' && entry.problems.length === 0 ? (
        <>
          <PenLine aria-hidden />
          Typing
        </>
      ) : null}
      {state === 'waiting' || state === 'sending' ? (
        <>
          <LoaderCircle aria-hidden className="animate-spin" />
          Saving
        </>
      ) : null}
      {state === 'refused' || state === 'collided' || (state === 'typing' && entry.problems.length > 0) ? (
        <span className="flex items-center gap-1.5 text-bad">
          <CircleAlert aria-hidden />
          Not saved
        </span>
      ) : null}
    </p>
  );
}
