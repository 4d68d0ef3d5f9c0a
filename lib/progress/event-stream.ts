import { setTimeout as pause } from 'node:timers/promises';
import type { RunEvent } from '#lib/domain/run/event.ts';

export type EventFeed = {
  /** Events after a number, in order, without gaps. */
  read: (after: number) => Promise<RunEvent[]>;
  /** The last number that the reader has seen; 0 for none. */
  after: number;
  /** Whether nothing follows this event when it is the newest: a run that is tried again has such events in its midst. */
  isLast: (event: RunEvent) => boolean;
  signal: AbortSignal;
  /** How long to wait before looking again when there was nothing new. */
  pollMs?: number;
};

/** A silent connection is kept open by a comment this often, well within the idle limit of proxies. */
const heartbeatMs = 15_000;

/**
 * The events of a run as `text/event-stream`, each with its number as id, so that a reader who comes back with
 * `Last-Event-ID` goes on where it was. It reads the database, not this process, so any web process can serve any reader.
 * The stream ends after the last event, or when the reader leaves.
 */
export function eventStream(feed: EventFeed): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const chunks = frames(feed);
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await chunks.return();
    },
  });
}

async function* frames({
  read,
  after,
  isLast,
  signal,
  pollMs = 250,
}: EventFeed): AsyncGenerator<string, void, void> {
  let seen = after;
  let quietSince = Date.now();
  yield ': open\n\n';
  while (!signal.aborted) {
    const events = await read(seen);
    for (const event of events) {
      seen = event.seq;
      yield `id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`;
    }
    const newest = events.at(-1);
    if (newest !== undefined && isLast(newest)) return;
    if (events.length > 0) quietSince = Date.now();
    else if (Date.now() - quietSince > heartbeatMs) {
      quietSince = Date.now();
      yield ': still here\n\n';
    }
    if (events.length === 0) await waitOrAbort(pollMs, signal);
  }
}

async function waitOrAbort(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await pause(milliseconds, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
