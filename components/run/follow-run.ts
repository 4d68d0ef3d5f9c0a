'use client';

import { useEffect, useState } from 'react';
import { isOver, type RunEvent } from '#lib/domain/run/event.ts';
import { mergeEvents } from './progress-state.ts';

export type Connection = 'open' | 'lost';

/** The browser reconnects a broken stream by itself; one that was refused is asked for again after this long. */
const retryMs = 3_000;

/**
 * The events of a run as they come, on top of those that the page was rendered with. A broken connection is taken up after
 * the last event seen; nothing is told twice.
 */
export function useRunEvents(
  runId: string,
  rendered: readonly RunEvent[],
): { events: readonly RunEvent[]; connection: Connection } {
  const [told, setTold] = useState<readonly RunEvent[]>([]);
  const [connection, setConnection] = useState<Connection>('open');
  const [first] = useState(() => rendered.at(-1)?.seq ?? 0);
  const events = mergeEvents(rendered, told);
  const following = !isOver(events);

  useEffect(() => {
    if (!following) return;
    let seen = first;
    let source: EventSource;
    let retry: ReturnType<typeof setTimeout> | undefined;
    const open = (): void => {
      source = new EventSource(`/api/runs/${runId}/events?after=${seen}`);
      source.addEventListener('open', () => setConnection('open'));
      source.addEventListener('message', ({ data }: MessageEvent<string>) => {
        const event: RunEvent = JSON.parse(data);
        seen = event.seq;
        setTold((before) => mergeEvents(before, [event]));
      });
      source.addEventListener('error', () => {
        setConnection('lost');
        if (source.readyState === EventSource.CLOSED) retry = setTimeout(open, retryMs);
      });
    };
    open();
    return () => {
      clearTimeout(retry);
      source.close();
    };
  }, [runId, following, first]);

  return { events, connection };
}
