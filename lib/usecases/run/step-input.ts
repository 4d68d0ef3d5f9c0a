import { z } from 'zod';
import { specialistNames, type SpecialistName } from '#lib/domain/run/specialist-name.ts';

export const nothing = z.strictObject({});

/** The pass of synthesis that a step belongs to; a repeated step has the same round, so its events are told once. */
export const roundInput = z.strictObject({ round: z.int().min(1) });

const isSpecialist = (name: string): name is SpecialistName => Object.hasOwn(specialistNames, name);
export const specialistInput = z.string().refine(isSpecialist, 'is not a specialist');
export const reasonInput = z.string().transform((text) => text.slice(0, 2_000));
