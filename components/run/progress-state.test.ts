import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunEvent, RunEventBody } from '#lib/domain/run/event.ts';
import { foldEvents, mergeEvents } from './progress-state.ts';

const at = (seq: number): string => new Date(Date.UTC(2026, 6, 20, 12, 0, seq)).toISOString();
const log = (...bodies: RunEventBody[]): RunEvent[] =>
  bodies.map((body, index) => ({ ...body, seq: index + 1, at: at(index + 1) }));

const working = log(
  { type: 'run-state', state: 'queued' },
  { type: 'run-state', state: 'running' },
  { type: 'phase', phase: 'prepare', state: 'started' },
  { type: 'phase', phase: 'prepare', state: 'finished' },
  { type: 'phase', phase: 'specialists', state: 'started' },
  { type: 'specialist', specialist: 'cto', state: 'started' },
  { type: 'specialist-step', specialist: 'cto', step: 'facts' },
  { type: 'specialist-step', specialist: 'cto', step: 'brief' },
);
const degraded: RunEventBody[] = [
  { type: 'specialist', specialist: 'compliance', state: 'failed', because: 'The rule book is missing.' },
  { type: 'phase', phase: 'review', state: 'started' },
  { type: 'run-state', state: 'degraded', because: 'Compliance failed.' },
  { type: 'report', state: 'ready' },
];
const ended = log(...working, ...degraded);

describe('the progress of a run', () => {
  it('is queued before anything has happened', () => {
    expect(foldEvents([])).toMatchObject({ state: 'queued', phases: { prepare: 'waiting' } });
  });

  it('shows the phase under way and how far each specialist is', () => {
    const state = foldEvents(working);
    expect(state.state).toBe('running');
    expect(state.phases).toMatchObject({ prepare: 'done', specialists: 'working', review: 'waiting' });
    expect(state.specialists.cto).toMatchObject({
      state: 'working',
      steps: ['facts', 'brief'],
      startedAt: at(6),
    });
    expect(state.startedAt).toBe(at(1));
    expect(state.newestAt).toBe(at(8));
  });

  it('shows a failed specialist with its reason, and the end of the run with its own', () => {
    const state = foldEvents(ended);
    expect(state.specialists.compliance).toMatchObject({
      state: 'failed',
      because: 'The rule book is missing.',
    });
    expect(state).toMatchObject({
      state: 'degraded',
      because: 'Compliance failed.',
      report: { state: 'done' },
    });
    expect(Object.values(state.phases)).toEqual(['done', 'done', 'done', 'done', 'done']);
  });

  it('shows what was under way as stopped once the run is cancelled', () => {
    const state = foldEvents(log(...working, { type: 'run-state', state: 'cancelled' }));
    expect(state.phases).toMatchObject({ prepare: 'done', specialists: 'stopped', review: 'waiting' });
    expect(state.specialists.cto).toMatchObject({ state: 'stopped', steps: ['facts', 'brief'] });
  });

  it('starts anew what rests on the specialists when one of them is run again', () => {
    const again = foldEvents(log(...ended, { type: 'run-state', state: 'running' }));
    expect(again.phases).toMatchObject({ prepare: 'done', specialists: 'working', deliver: 'waiting' });
    expect(again.report.state).toBe('waiting');
    expect(again.because).toBeUndefined();
    const retried = foldEvents(
      log(
        ...ended,
        { type: 'run-state', state: 'running' },
        { type: 'specialist', specialist: 'compliance', state: 'started' },
      ),
    );
    expect(retried.specialists.compliance).toMatchObject({ state: 'working', steps: [], because: undefined });
    expect(retried.specialists.compliance?.endedAt).toBeUndefined();
  });

  it('is the same however often and in which order the events are told', () => {
    fc.assert(
      fc.property(
        fc.array(fc.shuffledSubarray(ended, { minLength: 1 }), { maxLength: 6 }),
        fc.shuffledSubarray(ended, { minLength: ended.length }),
        (batches, whole) => {
          const merged = [...batches, whole].reduce<RunEvent[]>(mergeEvents, []);
          expect(merged).toEqual(ended);
          expect(foldEvents(merged)).toEqual(foldEvents(ended));
        },
      ),
    );
  });
});
