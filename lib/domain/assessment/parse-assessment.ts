import { z } from 'zod';
import type { FieldProblem } from '../../errors.ts';
import { answerSchema } from './answer-schema.ts';
import { assessmentFormat } from './assessment.ts';
import type { Assessment } from './assessment.ts';
import { describeIssue } from './describe-issue.ts';
import type { Fields } from './field.ts';
import { workloadFields } from './fields/workloads.ts';
import { boundsProblem } from './json-bounds.ts';
import { questions } from './questions.ts';
import { maxSlugLength, slugPattern } from './slug.ts';

export type ParsedAssessment = { ok: true; assessment: Assessment } | { ok: false; problems: FieldProblem[] };

export const maxTitleLength = 200;
export const maxNameLength = 120;
export const maxWorkloads = 100;
const maxProblems = 100;

/**
 * The assessment that the JSON holds, or every reason why it is none, each with the path of its field. Nothing is filled
 * in, converted or dropped: the assessment is the JSON, only checked. Never throws.
 */
export function parseAssessment(json: unknown): ParsedAssessment {
  const refused = boundsProblem(json);
  if (refused !== undefined) return { ok: false, problems: [refused] };
  const problems: FieldProblem[] = [];
  return isAssessment(json, problems) ? { ok: true, assessment: json } : { ok: false, problems };
}

function isAssessment(json: unknown, problems: FieldProblem[]): json is Assessment {
  const checked = assessmentSchema.safeParse(json);
  if (checked.success) return true;
  for (const issue of checked.error.issues) {
    problems.push(...describeIssue(json, issue));
    if (problems.length > maxProblems) {
      problems.length = maxProblems;
      break;
    }
  }
  return false;
}

const id = z
  .string()
  .max(maxSlugLength)
  .regex(slugPattern, 'must be lower-case letters and digits, joined by single hyphens');
const name = text(maxNameLength);

const workloadSchema = z.discriminatedUnion('kind', [
  workloadOf('llm-serving'),
  workloadOf('retrieval'),
  workloadOf('training'),
  workloadOf('fine-tuning'),
  workloadOf('classical-inference'),
  workloadOf('batch'),
  workloadOf('edge-inference'),
  workloadOf('general'),
]);

const assessmentSchema = z.strictObject({
  format: z.literal(assessmentFormat),
  title: text(maxTitleLength),
  client: text(maxTitleLength).exactOptional(),
  answers: answersTo(questions.answers),
  workloads: list(workloadSchema),
  commitments: list(z.strictObject({ id, name, answers: answersTo(questions.commitments) })),
  hardware: list(z.strictObject({ id, name, answers: answersTo(questions.hardware) })),
});

function workloadOf<K extends keyof typeof workloadFields>(kind: K) {
  return z.strictObject({ id, name, kind: z.literal(kind), answers: answersTo(workloadFields[kind]) });
}

function answersTo(fields: Fields): z.ZodType {
  return z.strictObject(
    Object.fromEntries(
      Object.entries(fields).map(([fieldId, field]) => [fieldId, answerSchema(field).exactOptional()]),
    ),
  );
}

/** A list of entries whose ids differ. */
function list<T extends { id: string }>(entry: z.ZodType<T>): z.ZodType<T[]> {
  return z
    .array(entry)
    .max(maxWorkloads)
    .superRefine((entries, context) => {
      const seen = new Set<string>();
      entries.forEach((one, index) => {
        if (seen.has(one.id))
          context.addIssue({ code: 'custom', path: [index, 'id'], message: 'must not be used twice' });
        seen.add(one.id);
      });
    });
}

function text(maxLength: number): z.ZodType<string> {
  return z
    .string()
    .max(maxLength)
    .refine((given) => given.trim() !== '', 'must not be empty');
}
