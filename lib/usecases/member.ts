import type { Actor } from '#lib/domain/access/actor.ts';
import { AppError } from '#lib/errors.ts';

/** The actor as a member. Throws `not-allowed` for a run, which writes nothing in a person's name. */
export function memberOf(actor: Actor): Extract<Actor, { kind: 'member' }> {
  if (actor.kind !== 'member')
    throw new AppError('not-allowed', `Run ${actor.runId} tried to act as a member.`);
  return actor;
}
