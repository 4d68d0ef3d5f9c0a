import { z } from 'zod';
import { getClient } from '#lib/data/client/clients.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { useCase } from '../use-case.ts';

/** One client. */
export const readClient = useCase({
  action: 'client:read',
  input: z.strictObject({ clientId: z.string() }),
  perform: ({ db }, actor, { clientId }) => getClient(db, scopeOf(actor), clientId),
});
