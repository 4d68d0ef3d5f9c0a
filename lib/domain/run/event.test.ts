import { describe, expect, it } from 'vitest';
import { isOver, type RunEvent, type RunEventBody } from './event.ts';

const told = (...bodies: RunEventBody[]): RunEvent[] =>
  bodies.map((body, index) => ({ ...body, seq: index + 1, at: '2026-07-20T00:00:00.000Z' }));
const state = (to: 'running' | 'completed' | 'degraded' | 'cancelled' | 'failed'): RunEventBody => ({
  type: 'run-state',
  state: to,
});
const report = (to: 'started' | 'ready' | 'failed'): RunEventBody => ({ type: 'report', state: to });

describe('a run is over', () => {
  it('when it failed or was cancelled, whatever a step in flight told after that', () => {
    const late: RunEventBody = { type: 'specialist-step', specialist: 'cto', step: 'brief' };
    expect(isOver(told(state('running'), state('cancelled'), late))).toBe(true);
    expect(isOver(told(state('running'), state('failed')))).toBe(true);
  });

  it('when it has finished and its report is there or has failed, not before', () => {
    expect(isOver(told(state('running'), state('completed'), report('started')))).toBe(false);
    expect(isOver(told(state('running'), state('completed'), report('started'), report('ready')))).toBe(true);
    expect(isOver(told(state('running'), state('degraded'), report('failed')))).toBe(true);
  });

  it('no more once it is taken up again', () => {
    expect(isOver(told(state('degraded'), report('ready'), state('running')))).toBe(false);
    expect(isOver(told(state('degraded'), report('ready'), state('running'), state('completed')))).toBe(
      false,
    );
  });

  it('not before it has begun', () => {
    expect(isOver([])).toBe(false);
  });
});
