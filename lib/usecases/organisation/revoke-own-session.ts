import { z } from 'zod';
import { listSessions, revokeSession } from '#lib/data/session/sessions.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { AppError } from '#lib/errors.ts';
import { record } from '../audit/record.ts';
import { memberOf } from '../member.ts';
import { useCase } from '../use-case.ts';

/** Ends one of the person's own sessions. Somebody else's is `not-found`. */
export const revokeOwnSession = useCase({
  action: 'session:own',
  input: z.strictObject({ sessionId: z.string() }),
  async perform(app, actor, { sessionId }) {
    const scope = scopeOf(actor);
    const { items } = await listSessions(app.db, scope, { userId: memberOf(actor).userId, limit: 100 });
    if (!items.some(({ id }) => id === sessionId))
      throw new AppError('not-found', `Session ${sessionId} is not this person's.`);
    const session = await revokeSession(app.db, scope, sessionId);
    await record(app, actor, 'session:own', { kind: 'session', id: session.id });
    return session;
  },
});
