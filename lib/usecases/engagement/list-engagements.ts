import { z } from 'zod';
import { getClient } from '#lib/data/client/clients.ts';
import { listEngagements as readEngagements } from '#lib/data/engagement/engagements.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { pageInput } from '../page-input.ts';
import { useCase } from '../use-case.ts';

/** Engagements of one client or of all, newest first, with the names of their clients by id. */
export const listEngagements = useCase({
  action: 'engagement:read',
  input: pageInput.extend({ clientId: z.string().optional() }),
  async perform({ db }, actor, input) {
    const scope = scopeOf(actor);
    const page = await readEngagements(db, scope, input);
    const ids = [...new Set(page.items.map(({ clientId }) => clientId))];
    const clients = await Promise.all(ids.map((id) => getClient(db, scope, id)));
    return { ...page, clientNames: new Map(clients.map(({ id, name }) => [id, name])) };
  },
});
