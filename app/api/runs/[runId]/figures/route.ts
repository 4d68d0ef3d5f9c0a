import { requireActor } from '#lib/http/current-actor.ts';
import { getComposition } from '#lib/composition.ts';
import { respond } from '#lib/http/respond.ts';
import { readFigure } from '#lib/usecases/run/read-figure.ts';

export const dynamic = 'force-dynamic';

/** One figure of a run by `?id=`, with its pedigree one step deep. */
export function GET(request: Request, { params }: { params: Promise<{ runId: string }> }): Promise<Response> {
  return respond(async () => {
    const actor = await requireActor();
    const { app } = await getComposition();
    const { runId } = await params;
    const id = new URL(request.url).searchParams.get('id') ?? '';
    const figure = await readFigure(app, actor, { runId, id });
    return Response.json(figure, { headers: { 'cache-control': 'private, no-store' } });
  });
}
