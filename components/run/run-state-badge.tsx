import { CircleCheck, CircleDashed, CircleSlash, CircleX, LoaderCircle, TriangleAlert } from 'lucide-react';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import type { RunState } from '#lib/domain/run/run.ts';

const looks = {
  queued: { label: 'Queued', tone: 'plain', icon: CircleDashed },
  running: { label: 'Running', tone: 'accent', icon: LoaderCircle },
  completed: { label: 'Completed', tone: 'good', icon: CircleCheck },
  degraded: { label: 'Degraded', tone: 'caution', icon: TriangleAlert },
  failed: { label: 'Failed', tone: 'bad', icon: CircleX },
  cancelled: { label: 'Cancelled', tone: 'plain', icon: CircleSlash },
} as const satisfies Record<RunState, { label: string; tone: Tone; icon: typeof CircleCheck }>;

/** The state of a run, in a word. */
export function RunStateBadge({ state }: { state: RunState }) {
  const { label, tone, icon: Icon } = looks[state];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden className={state === 'running' ? 'animate-spin' : undefined} />
      {label}
    </Badge>
  );
}
