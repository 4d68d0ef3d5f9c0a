import { z } from 'zod';
import { listRuns as readRuns } from '#lib/data/run/runs.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { runStates } from '#lib/domain/run/run.ts';
import { pageInput } from '../page-input.ts';
import { useCase } from '../use-case.ts';

/** Runs, newest first, of one assessment, in one state, or all. */
export const listRuns = useCase({
  action: 'run:read',
  input: pageInput.extend({ assessmentId: z.string().optional(), state: z.enum(runStates).optional() }),
  perform: ({ db }, actor, input) => readRuns(db, scopeOf(actor), input),
});
