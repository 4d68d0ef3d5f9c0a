import { z } from 'zod';
import { listEngagements as readEngagements } from '#lib/data/engagement/engagements.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { pageInput } from '../page-input.ts';
import { useCase } from '../use-case.ts';

/** Engagements of one client or of all, newest first. */
export const listEngagements = useCase({
  action: 'engagement:read',
  input: pageInput.extend({ clientId: z.string().optional() }),
  perform: ({ db }, actor, input) => readEngagements(db, scopeOf(actor), input),
});
