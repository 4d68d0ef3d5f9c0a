import { CircleCheck, CircleDashed, CircleSlash, CircleX, LoaderCircle } from 'lucide-react';
import { classNames } from '#components/ui/class-names.ts';
import type { WorkState } from './progress-state.ts';

const marks = {
  waiting: { icon: CircleDashed, className: 'text-ink-faint', word: 'waiting' },
  working: { icon: LoaderCircle, className: 'animate-spin text-accent', word: 'under way' },
  done: { icon: CircleCheck, className: 'text-good', word: 'done' },
  failed: { icon: CircleX, className: 'text-bad', word: 'failed' },
  stopped: { icon: CircleSlash, className: 'text-ink-faint', word: 'stopped' },
} as const satisfies Record<WorkState, { icon: typeof CircleCheck; className: string; word: string }>;

/** How far one piece of work is: a sign for the eye, a word for who does not see it. */
export function WorkMark({ state }: { state: WorkState }) {
  const { icon: Icon, className, word } = marks[state];
  return (
    <>
      <Icon aria-hidden className={classNames('size-4 shrink-0', className)} />
      <span className="sr-only">{word}: </span>
    </>
  );
}
