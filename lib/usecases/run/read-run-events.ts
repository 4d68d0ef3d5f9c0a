import { z } from 'zod';
import { listRunEvents } from '#lib/data/run/run-events.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { useCase } from '../use-case.ts';

/** What has happened in a run after event `after` (0: from the start), in order, without gaps. */
export const readRunEvents = useCase({
  action: 'run:read',
  input: z.strictObject({ runId: z.string(), after: z.int().min(0).default(0) }),
  perform: ({ db }, actor, { runId, after }) => listRunEvents(db, scopeOf(actor), runId, { after }),
});
