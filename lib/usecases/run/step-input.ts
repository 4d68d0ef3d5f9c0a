import { z } from 'zod';
import { isSpecialistName, type SpecialistName } from '#lib/domain/run/specialist-name.ts';

/** The pass of synthesis that a step belongs to; a repeated step has the same round, so its events are told once. */
export const roundInput = z.strictObject({ round: z.int().min(1) });

export const specialistInput = z.custom<SpecialistName>(isSpecialistName, 'is not a specialist');
export const reasonInput = z.string().transform((text) => text.slice(0, 2_000));
