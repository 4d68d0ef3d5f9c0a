import { getComposition } from '#lib/composition.ts';
import { respond } from '#lib/http/respond.ts';

export const dynamic = 'force-dynamic';

/** 200 once this process can serve: the database answers and the catalogue is read. */
export function GET(): Promise<Response> {
  return respond(async () => {
    const { app } = await getComposition();
    await app.db.driver.command({ ping: 1 });
    return Response.json({ ready: true, catalogue: app.catalogue.version });
  });
}
