import { serve } from 'inngest/next';
import type { NextRequest } from 'next/server';
import { allFunctions } from '#inngest/functions/all.ts';
import { getComposition } from '#lib/composition.ts';

export const dynamic = 'force-dynamic';

type Method = 'GET' | 'POST' | 'PUT';

/** The job engine calls here, signed; everything else is answered 401 by the protocol itself. */
const handle =
  (method: Method) =>
  async (request: NextRequest, context: unknown): Promise<Response> => {
    const { app, env, inngest } = await getComposition();
    const { serveOrigin } = env.inngest;
    const handlers = serve({
      client: inngest,
      functions: allFunctions(inngest, app),
      // Without it anybody could ask for a registration, at an address of their choice by the Host header.
      enableUnauthedSync: false,
      ...(serveOrigin === undefined ? {} : { serveOrigin }),
    });
    return handlers[method](request, context);
  };

export const GET = handle('GET');
export const POST = handle('POST');
export const PUT = handle('PUT');
