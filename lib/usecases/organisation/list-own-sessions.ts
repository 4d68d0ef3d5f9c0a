import { z } from 'zod';
import { listSessions } from '#lib/data/session/sessions.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { memberOf } from '../member.ts';
import { useCase } from '../use-case.ts';

/** The person's own live sessions, newest first. */
export const listOwnSessions = useCase({
  action: 'session:own',
  input: z.strictObject({}),
  async perform(app, actor) {
    const { items } = await listSessions(app.db, scopeOf(actor), {
      userId: memberOf(actor).userId,
      limit: 50,
    });
    return items.filter(({ revokedAt, expiresAt }) => revokedAt === null && expiresAt > app.now());
  },
});
