import { setTimeout as pause } from 'node:timers/promises';
import type { RunEvent } from '#lib/domain/run/event.ts';

export type EventFeed = {
  /** Events after a number, in order, without gaps. */
  read: (after: number) => Promise<RunEvent[]>;
  /** The last number that the reader has seen; 0 for none. */
  after: number;
  /** Whether this may be the last event; only then, and now and then, the feed is asked whether it is over. */
  isLast: (event: RunEvent) => boolean;
  /** Whether nothing follows any more. */
  isOver: () => Promise<boolean>;
  signal: AbortSignal;
  /** How long to wait before looking again when there was nothing new. */
  pollMs?: number;
};

/** A silent connection is kept open by a comment this often, well within the idle limit of proxies. */
const heartbeatMs = 15_000;

/** Then the stream ends and the reader comes back, so that who has lost the right to read stops reading. */
const longestMs = 5 * 60_000;

/**
 * The events of a run as `text/event-stream`, each with its number as id, so that a reader who comes back with
 * `Last-Event-ID` goes on where it was. It reads the database, not this process, so any web process can serve any reader.
 * The stream ends when nothing follows any more, when the reader leaves, and after five minutes.
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
  isOver,
  signal,
  pollMs = 250,
}: EventFeed): AsyncGenerator<string, void, void> {
  let seen = after;
  let quietSince = Date.now();
  yield ': open\n\n';
  const until = Date.now() + longestMs;
  while (!signal.aborted && Date.now() < until) {
    const events = await read(seen);
    for (const event of events) {
      seen = event.seq;
      yield `id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`;
    }
    const newest = events.at(-1);
    if (newest !== undefined && isLast(newest) && (await isOver())) return;
    if (events.length > 0) quietSince = Date.now();
    else if (Date.now() - quietSince > heartbeatMs) {
      if (await isOver()) return;
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
