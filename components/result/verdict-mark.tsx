import { CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import { classNames } from '#components/ui/class-names.ts';
import type { Verdict } from '#lib/domain/options/option.ts';
import { verdicts } from './design-words.ts';

const marks = {
  met: { icon: CircleCheck, className: 'text-good' },
  'not-met': { icon: CircleX, className: 'text-bad' },
  'cannot-tell': { icon: CircleHelp, className: 'text-caution' },
} as const satisfies Record<Verdict, { icon: typeof CircleCheck; className: string }>;

/** The verdict of a check: a sign of its own shape, and its word for who does not see it. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  const { icon: Icon, className } = marks[verdict];
  return (
    <span title={verdicts[verdict]} className="relative inline-flex">
      <Icon aria-hidden className={classNames('size-4 shrink-0', className)} />
      <span className="sr-only">{verdicts[verdict]}: </span>
    </span>
  );
}
