import type { RunEvent, SpecialistStep } from '#lib/domain/run/event.ts';
import { type RunPhase, runPhases, type RunState } from '#lib/domain/run/run.ts';
import type { SpecialistName } from '#lib/domain/run/specialist-name.ts';

/** `stopped` was under way when the run ended without a result. */
export type WorkState = 'waiting' | 'working' | 'done' | 'failed' | 'stopped';

export type SpecialistProgress = {
  state: WorkState;
  steps: readonly SpecialistStep[];
  startedAt?: string | undefined;
  endedAt?: string | undefined;
  because?: string | undefined;
};

/** What the events of a run add up to. Times are ISO moments. */
export type ProgressState = {
  state: RunState;
  because?: string | undefined;
  phases: Readonly<Record<RunPhase, WorkState>>;
  specialists: Readonly<Partial<Record<SpecialistName, SpecialistProgress>>>;
  report: { state: WorkState; because?: string | undefined };
  startedAt?: string | undefined;
  /** The moment of the newest event. */
  newestAt?: string | undefined;
};

const phaseOrder: readonly RunPhase[] = ['prepare', 'specialists', 'review', 'synthesise', 'deliver'];

const nothingYet: ProgressState = {
  state: 'queued',
  phases: {
    prepare: 'waiting',
    specialists: 'waiting',
    review: 'waiting',
    synthesise: 'waiting',
    deliver: 'waiting',
  },
  specialists: {},
  report: { state: 'waiting' },
};

/** Events known so far and new ones, each once, by number. Which came first, or twice, makes no difference. */
export function mergeEvents(known: readonly RunEvent[], told: readonly RunEvent[]): RunEvent[] {
  const bySeq = new Map([...known, ...told].map((event) => [event.seq, event]));
  return [...bySeq.values()].toSorted((a, b) => a.seq - b.seq);
}

/** What has happened, from events in order. */
export function foldEvents(events: readonly RunEvent[]): ProgressState {
  return events.reduce(
    (state, event) => ({
      ...applied(state, event),
      startedAt: state.startedAt ?? event.at,
      newestAt: event.at,
    }),
    nothingYet,
  );
}

function applied(state: ProgressState, event: RunEvent): ProgressState {
  switch (event.type) {
    case 'run-state':
      return withRunState(state, event.state, event.because);
    case 'phase':
      return { ...state, phases: withPhase(state.phases, event.phase, event.state) };
    case 'specialist':
      return withSpecialist(state, event.specialist, {
        ...(event.state === 'started'
          ? { steps: [], startedAt: event.at, endedAt: undefined }
          : { endedAt: event.at }),
        state: event.state === 'started' ? 'working' : event.state === 'finished' ? 'done' : 'failed',
        because: event.because,
      });
    case 'specialist-step':
      return withSpecialist(state, event.specialist, {
        state: 'working',
        steps: [...new Set([...(state.specialists[event.specialist]?.steps ?? []), event.step])],
      });
    case 'report':
      return { ...state, report: { state: reportStates[event.state], because: event.because } };
  }
}

const reportStates = { started: 'working', ready: 'done', failed: 'failed' } as const;

/** A run that runs again after its end does everything anew that rests on the specialists. */
function withRunState(state: ProgressState, next: RunState, because: string | undefined): ProgressState {
  const again = next === 'running' && state.state !== 'queued' && state.state !== 'running';
  return {
    ...state,
    state: next,
    because,
    ...(again
      ? {
          phases: { ...nothingYet.phases, prepare: 'done', specialists: 'working' },
          report: nothingYet.report,
        }
      : {}),
    ...(next === 'completed' || next === 'degraded' ? { phases: everyPhase('done') } : {}),
    ...(next === 'cancelled' || next === 'failed' ? stopped(state) : {}),
  };
}

/** Whatever was under way is so no more. */
function stopped({ phases, specialists }: ProgressState): Pick<ProgressState, 'phases' | 'specialists'> {
  const end = (work: WorkState): WorkState => (work === 'working' ? 'stopped' : work);
  return {
    phases: {
      prepare: end(phases.prepare),
      specialists: end(phases.specialists),
      review: end(phases.review),
      synthesise: end(phases.synthesise),
      deliver: end(phases.deliver),
    },
    specialists: Object.fromEntries(
      Object.entries(specialists).map(([name, progress]) => [
        name,
        { ...progress, state: end(progress.state) },
      ]),
    ),
  };
}

/** Phases follow one another: one that starts has those before it behind it. */
function withPhase(
  phases: ProgressState['phases'],
  phase: RunPhase,
  change: 'started' | 'finished',
): ProgressState['phases'] {
  const at = phaseOrder.indexOf(phase);
  const before = Object.fromEntries(phaseOrder.slice(0, at).map((earlier) => [earlier, 'done' as const]));
  return { ...phases, ...before, [phase]: change === 'started' ? 'working' : 'done' };
}

function everyPhase(state: WorkState): ProgressState['phases'] {
  return { prepare: state, specialists: state, review: state, synthesise: state, deliver: state };
}

function withSpecialist(
  state: ProgressState,
  name: SpecialistName,
  change: Partial<SpecialistProgress>,
): ProgressState {
  const before: SpecialistProgress = state.specialists[name] ?? { state: 'waiting', steps: [] };
  return { ...state, specialists: { ...state.specialists, [name]: { ...before, ...change } } };
}

/** The phases in order, with what people call them. */
export const phasesInOrder = phaseOrder.map((phase) => ({ phase, label: runPhases[phase] }));
