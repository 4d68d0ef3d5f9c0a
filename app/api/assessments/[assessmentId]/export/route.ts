import { requireActor } from '#lib/http/current-actor.ts';
import { getComposition } from '#lib/composition.ts';
import { respond } from '#lib/http/respond.ts';
import { exportAssessment } from '#lib/usecases/assessment/export-assessment.ts';

export const dynamic = 'force-dynamic';

/** The assessment as a JSON file that can be imported again. */
export function GET(
  _request: Request,
  { params }: { params: Promise<{ assessmentId: string }> },
): Promise<Response> {
  return respond(async () => {
    const actor = await requireActor();
    const { app } = await getComposition();
    const { json, fileName } = await exportAssessment(app, actor, await params);
    return new Response(json, {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="${fileName}"`,
        'cache-control': 'private, no-store',
      },
    });
  });
}
