import { z } from 'zod';
import { createEngagement as insertEngagement } from '#lib/data/engagement/engagements.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { record } from '../audit/record.ts';
import { memberOf } from '../member.ts';
import { useCase } from '../use-case.ts';

/** Opens an engagement for a client. */
export const createEngagement = useCase({
  action: 'engagement:create',
  input: z.strictObject({ clientId: z.string(), title: z.string() }),
  async perform({ db }, actor, input) {
    const engagement = await insertEngagement(db, scopeOf(actor), {
      ...input,
      createdBy: memberOf(actor).userId,
    });
    await record({ db }, actor, 'engagement:create', { kind: 'engagement', id: engagement.id });
    return engagement;
  },
});
