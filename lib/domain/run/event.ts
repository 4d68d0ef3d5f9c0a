import type { RunPhase, RunState } from './run.ts';
import type { SpecialistName } from './specialist-name.ts';

export const specialistSteps = ['facts', 'brief', 'gate', 'stored'] as const;
export type SpecialistStep = (typeof specialistSteps)[number];

/** What happens in a run, in the order in which it happened. `seq` is contiguous from 1. */
export type RunEventBody =
  | { type: 'run-state'; state: RunState; because?: string | undefined }
  | { type: 'phase'; phase: RunPhase; state: 'started' | 'finished' }
  | {
      type: 'specialist';
      specialist: SpecialistName;
      state: 'started' | 'finished' | 'failed';
      step?: SpecialistStep | undefined;
      because?: string | undefined;
    }
  | { type: 'specialist-step'; specialist: SpecialistName; step: SpecialistStep }
  | { type: 'report'; state: 'started' | 'ready' | 'failed'; because?: string | undefined };

export type RunEvent = RunEventBody & { seq: number; at: string };

/** Whether nothing can follow: the run has ended without results, or its report is ready or has failed. */
export function isLastEvent(event: RunEvent): boolean {
  if (event.type === 'report') return event.state !== 'started';
  return event.type === 'run-state' && (event.state === 'failed' || event.state === 'cancelled');
}

/**
 * Whether the events tell of a run in which nothing happens any more: it failed or was cancelled, whatever a step in flight
 * told after that, or it finished and its report came or failed. A run that was taken up again is not over.
 */
export function isOver(events: readonly RunEvent[]): boolean {
  const at = events.findLastIndex(({ type }) => type === 'run-state');
  const state = events[at];
  if (state?.type !== 'run-state') return false;
  if (state.state === 'failed' || state.state === 'cancelled') return true;
  return (state.state === 'completed' || state.state === 'degraded') && events.slice(at).some(isLastEvent);
}
