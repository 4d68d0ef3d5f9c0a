import { z } from 'zod';
import type { AssessmentEdit } from './edit-assessment.ts';
import { workloadFields } from './fields/workloads.ts';
import { maxNameLength, maxTitleLength } from './parse-assessment.ts';
import { collections, isWorkloadKind } from './questions.ts';
import { maxSlugLength } from './slug.ts';

const name = z.string().max(maxNameLength);
const inList = { collection: z.enum(collections), id: z.string().max(maxSlugLength) };

/**
 * The schema of an edit that comes from outside. It makes sure of the shape only; whether names, titles and answers fit is
 * checked, with the path of the field, when the edit is made.
 */
export const assessmentEditSchema: z.ZodType<AssessmentEdit> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answer'), path: z.string().max(200), answer: z.unknown().optional() }),
  z.strictObject({
    kind: z.literal('heading'),
    title: z.string().max(maxTitleLength),
    client: z.string().max(maxTitleLength).optional(),
  }),
  z.strictObject({
    kind: z.literal('add-workload'),
    name,
    workload: z.enum(Object.keys(workloadFields).filter(isWorkloadKind)),
  }),
  z.strictObject({ kind: z.literal('add-commitment'), name }),
  z.strictObject({ kind: z.literal('add-hardware'), name }),
  z.strictObject({ kind: z.literal('rename'), ...inList, name }),
  z.strictObject({ kind: z.literal('remove'), ...inList }),
]);
