import { z } from 'zod';
import { changeRole, removeMember } from '#lib/data/organisation/change-place.ts';
import { endSessionsOfMember } from '#lib/data/session/sessions.ts';
import { roles, scopeOf } from '#lib/domain/access/actor.ts';
import { record } from '../audit/record.ts';
import { useCase } from '../use-case.ts';

/**
 * Gives a member another role, or with `null` takes it out. The last owner stays one. The person's sessions in this
 * organisation end, so the change holds at once. Throws `not-found`, `conflict`.
 */
export const changeMember = useCase({
  action: 'member:change',
  input: z.strictObject({ userId: z.string(), role: z.enum(roles).nullable() }),
  async perform(app, actor, { userId, role }) {
    const scope = scopeOf(actor);
    if (role === null) await removeMember(app.db, scope, userId);
    else await changeRole(app.db, scope, userId, role);
    await endSessionsOfMember(app.db, scope, userId);
    await record(app, actor, 'member:change', { kind: 'member', id: userId }, { role });
    return { userId, role };
  },
});
