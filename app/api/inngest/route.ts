import type { NextRequest } from 'next/server';
import { getComposition } from '#lib/composition.ts';
import { handlersOf } from './handlers.ts';

export const dynamic = 'force-dynamic';

type Method = 'GET' | 'POST' | 'PUT';

/** The job engine calls here, signed; everything else is answered 401 by the protocol itself. */
const handle =
  (method: Method) =>
  async (request: NextRequest, context: unknown): Promise<Response> =>
    handlersOf(await getComposition())[method](request, context);

export const GET = handle('GET');
export const POST = handle('POST');
export const PUT = handle('PUT');
