import { requireActor } from '#lib/http/current-actor.ts';
import { getComposition } from '#lib/composition.ts';
import { isLastEvent } from '#lib/domain/run/event.ts';
import { respond } from '#lib/http/respond.ts';
import { eventStream } from '#lib/progress/event-stream.ts';
import { isRunOver } from '#lib/usecases/run/is-run-over.ts';
import { readRunEvents } from '#lib/usecases/run/read-run-events.ts';

export const dynamic = 'force-dynamic';

/** The progress of a run as server-sent events; `Last-Event-ID` resumes. */
export function GET(request: Request, { params }: { params: Promise<{ runId: string }> }): Promise<Response> {
  return respond(async () => {
    const actor = await requireActor();
    const { app } = await getComposition();
    const { runId } = await params;
    const after = lastEventId(request);
    // Read once before the stream opens, so that a run of nobody here is a plain refusal.
    const missed = await readRunEvents(app, actor, { runId, after });
    const isOver = () => isRunOver(app, actor, { runId });
    // No content tells the browser not to come back.
    if (missed.length === 0 && (await isOver())) return new Response(null, { status: 204 });
    const stream = eventStream({
      read: (seen) => readRunEvents(app, actor, { runId, after: seen }),
      after,
      isLast: isLastEvent,
      isOver,
      signal: request.signal,
    });
    return new Response(stream, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
      },
    });
  });
}

function lastEventId(request: Request): number {
  const given = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after');
  const seq = Number(given ?? 0);
  return Number.isSafeInteger(seq) && seq >= 0 ? seq : 0;
}
