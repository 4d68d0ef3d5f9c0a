import { describe, expect, it } from 'vitest';
import type { RunEvent } from '#lib/domain/run/event.ts';
import { eventStream } from './event-stream.ts';

const at = '2026-07-20T00:00:00.000Z';
const event = (seq: number, state: 'running' | 'completed' = 'running'): RunEvent => ({
  seq,
  at,
  type: 'run-state',
  state,
});
const isLast = (told: RunEvent): boolean => told.type === 'run-state' && told.state === 'completed';

/** A log that grows by one event at each read, as a run does. */
function growingLog(events: readonly RunEvent[]) {
  let grown = 0;
  return async (after: number): Promise<RunEvent[]> => {
    grown = Math.min(grown + 1, events.length);
    return events.slice(0, grown).filter(({ seq }) => seq > after);
  };
}

async function idsOf(stream: ReadableStream<Uint8Array>): Promise<number[]> {
  const text = await new Response(stream).text();
  return [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
}

describe('the event stream of a run', () => {
  const log = [event(1), event(2), event(3, 'completed')];

  it('tells every event once, in order, and ends after the last', async () => {
    const stream = eventStream({
      read: growingLog(log),
      after: 0,
      isLast,
      isOver: async () => true,
      signal: new AbortController().signal,
      pollMs: 0,
    });
    expect(await idsOf(stream)).toEqual([1, 2, 3]);
  });

  it('goes on after what the reader has seen', async () => {
    const stream = eventStream({
      read: growingLog(log),
      after: 2,
      isLast,
      isOver: async () => true,
      signal: new AbortController().signal,
      pollMs: 0,
    });
    expect(await idsOf(stream)).toEqual([3]);
  });

  it('goes on past what looks like the last event while the run is not over', async () => {
    const retried = [event(1, 'completed'), event(2), event(3, 'completed')];
    let over = false;
    const read = growingLog(retried);
    const stream = eventStream({
      read: async (after) => {
        const events = await read(after);
        over = events.some(({ seq }) => seq === 3);
        return events;
      },
      after: 0,
      isLast,
      isOver: async () => over,
      signal: new AbortController().signal,
      pollMs: 0,
    });
    expect(await idsOf(stream)).toEqual([1, 2, 3]);
  });

  it('ends when the reader leaves', async () => {
    const leaving = new AbortController();
    const stream = eventStream({
      read: async () => [],
      after: 0,
      isLast,
      isOver: async () => true,
      signal: leaving.signal,
      pollMs: 60_000,
    });
    const reading = idsOf(stream);
    leaving.abort();
    expect(await reading).toEqual([]);
  });

  it('fails loudly when the log cannot be read', async () => {
    const stream = eventStream({
      read: () => Promise.reject(new Error('no database')),
      after: 0,
      isLast,
      isOver: async () => true,
      signal: new AbortController().signal,
    });
    await expect(idsOf(stream)).rejects.toThrow('no database');
  });
});
