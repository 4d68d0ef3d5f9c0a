import { z } from 'zod';
import { changeRole, listMembers, removeMember } from '#lib/data/organisation/members.ts';
import { endAllSessions } from '#lib/data/system/sessions.ts';
import { roles, scopeOf } from '#lib/domain/access/actor.ts';
import { AppError } from '#lib/errors.ts';
import { record } from '../audit/record.ts';
import { useCase } from '../use-case.ts';

/** Gives a member another role, or with `null` takes it out. The last owner stays one. Its sessions end, so the change holds at once. */
export const changeMember = useCase({
  action: 'member:change',
  input: z.strictObject({ userId: z.string(), role: z.enum(roles).nullable() }),
  async perform(app, actor, { userId, role }) {
    const scope = scopeOf(actor);
    const { items } = await listMembers(app.db, scope, { limit: 100 });
    const owners = items.filter((member) => member.role === 'owner');
    if (role !== 'owner' && owners.length === 1 && owners[0]?.userId === userId)
      throw new AppError('conflict', 'The last owner cannot go.', {
        say: 'An organisation needs an owner. Make somebody else one first.',
      });
    if (role === null) await removeMember(app.db, scope, userId);
    else await changeRole(app.db, scope, userId, role);
    await endAllSessions(app.db, userId);
    await record(app, actor, 'member:change', { kind: 'member', id: userId }, { role });
    return { userId, role };
  },
});
