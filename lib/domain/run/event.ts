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
