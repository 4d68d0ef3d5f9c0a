import { eventType } from 'inngest';
import { z } from 'zod';
import { isSpecialistName, type SpecialistName } from '#lib/domain/run/specialist-name.ts';

const specialist = z.custom<SpecialistName>(isSpecialistName);

/** Every job carries the run that it acts for, and its organisation: a handler acts as that run and as nothing else. */
export const runReference = z.object({ runId: z.string().min(1), organisationId: z.string().min(1) });
export type RunReference = z.infer<typeof runReference>;

export const runRequested = eventType('run/requested', { schema: runReference });
export const runCancelled = eventType('run/cancelled', { schema: runReference });
/** A round is one pass of synthesis over a run: the first, and one more for each specialist that is run again. */
const round = z.number().int().min(1);

/** What the run function hands to the function of one specialist. */
export const specialistCall = runReference.extend({ specialist, round });
export const specialistRetryRequested = eventType('run/specialist.retry-requested', {
  schema: specialistCall,
});
export const reportRequested = eventType('report/requested', { schema: runReference.extend({ round }) });
