import { z } from 'zod';
import { getClient } from '#lib/data/client/clients.ts';
import { getEngagement } from '#lib/data/engagement/engagements.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { useCase } from '../use-case.ts';

/** One engagement and the client that it is for. */
export const readEngagement = useCase({
  action: 'engagement:read',
  input: z.strictObject({ engagementId: z.string() }),
  async perform({ db }, actor, { engagementId }) {
    const engagement = await getEngagement(db, scopeOf(actor), engagementId);
    return { engagement, client: await getClient(db, scopeOf(actor), engagement.clientId) };
  },
});
