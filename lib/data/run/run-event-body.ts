import { z } from 'zod';
import { specialistSteps } from '#lib/domain/run/event.ts';
import type { RunEventBody } from '#lib/domain/run/event.ts';
import { runPhases, runStates } from '#lib/domain/run/run.ts';
import { specialistNames } from '#lib/domain/run/specialist-name.ts';

const because = z.string().max(2000).optional();
const specialist = z.enum(keysOf(specialistNames));

/** What an event says, as written and as read. */
export const runEventBody: z.ZodType<RunEventBody> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('run-state'), state: z.enum(runStates), because }),
  z.strictObject({
    type: z.literal('phase'),
    phase: z.enum(keysOf(runPhases)),
    state: z.enum(['started', 'finished']),
  }),
  z.strictObject({
    type: z.literal('specialist'),
    specialist,
    state: z.enum(['started', 'finished', 'failed']),
    step: z.enum(specialistSteps).optional(),
    because,
  }),
  z.strictObject({ type: z.literal('specialist-step'), specialist, step: z.enum(specialistSteps) }),
  z.strictObject({ type: z.literal('report'), state: z.enum(['started', 'ready', 'failed']), because }),
]);

function keysOf<K extends string>(table: Readonly<Record<K, unknown>>): K[] {
  const isKey = (key: string): key is K => Object.hasOwn(table, key);
  return Object.keys(table).filter(isKey);
}
