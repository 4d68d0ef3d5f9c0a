import { requireActor } from '#lib/http/current-actor.ts';
import { getComposition } from '#lib/composition.ts';
import { respond } from '#lib/http/respond.ts';
import { downloadReport } from '#lib/usecases/report/download-report.ts';

export const dynamic = 'force-dynamic';

/** The PDF of a finished run. */
export function GET(
  _request: Request,
  { params }: { params: Promise<{ runId: string }> },
): Promise<Response> {
  return respond(async () => {
    const actor = await requireActor();
    const { app } = await getComposition();
    const { bytes, fileName } = await downloadReport(app, actor, await params);
    return new Response(bytes, {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="${fileName}"`,
        'cache-control': 'private, no-store',
      },
    });
  });
}
