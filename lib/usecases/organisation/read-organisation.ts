import { z } from 'zod';
import { getOrganisation } from '#lib/data/organisation/organisations.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { useCase } from '../use-case.ts';

/** The organisation of the actor. */
export const readOrganisation = useCase({
  action: 'organisation:read',
  input: z.strictObject({}),
  perform: ({ db }, actor) => getOrganisation(db, scopeOf(actor)),
});
