import { z } from 'zod';
import { assessmentFormat } from '#lib/domain/assessment/assessment.ts';
import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import { parseRow, storedId, writtenBody } from '../row.ts';

/** `draft` can be edited; `frozen` is what a run has taken, and the next edit opens a new version; `archived` is put away. */
export const assessmentStatuses = ['draft', 'frozen', 'archived'] as const;
export type AssessmentStatus = (typeof assessmentStatuses)[number];

/** An assessment as lists show it: its newest version without the answers. */
export type AssessmentHead = {
  id: string;
  clientId: string;
  engagementId: string;
  title: string;
  status: AssessmentStatus;
  /** Number of the newest version, from 1. A version is closed when it is frozen, not at every save. */
  version: number;
  /** `hashAssessment` of the answers. */
  hash: string;
  /** Share of the weighted questions that are dealt with, 0 to 1. */
  completeness: number;
  revision: number;
  createdBy: string;
  changedBy: string;
  createdAt: Date;
  updatedAt: Date;
};

/** An assessment with its answers. */
export type AssessmentRecord = AssessmentHead & { body: Assessment };

/** A frozen version: what runs rest on. It never changes. */
export type AssessmentVersion = {
  assessmentId: string;
  number: number;
  title: string;
  hash: string;
  completeness: number;
  body: Assessment;
  createdBy: string;
  frozenAt: Date;
};

/** The assessment of a stored document. Throws `internal` on a document that is none. */
export function toAssessmentRecord(row: unknown): AssessmentRecord {
  return parseRow(assessmentRow, row);
}

/** The version of a stored document. Throws `internal` on a document that is none. */
export function toAssessmentVersion(row: unknown): AssessmentVersion {
  return parseRow(assessmentVersionRow, row);
}

/** The answers, as the import and the form have checked them field by field. */
export const assessmentBody = writtenBody<Assessment>(
  z.looseObject({
    format: z.literal(assessmentFormat),
    title: z.string(),
    answers: z.looseObject({}),
    workloads: z.array(z.looseObject({ id: z.string(), kind: z.string() })),
    commitments: z.array(z.looseObject({ id: z.string() })),
    hardware: z.array(z.looseObject({ id: z.string() })),
  }),
);

export const completenessShare = z.number().min(0).max(1);

const headFields = {
  _id: storedId,
  clientId: storedId,
  engagementId: storedId,
  title: z.string(),
  status: z.enum(assessmentStatuses),
  version: z.int(),
  hash: z.string(),
  completeness: completenessShare,
  revision: z.int(),
  createdBy: storedId,
  changedBy: storedId,
  createdAt: z.date(),
  updatedAt: z.date(),
};

export const assessmentHeadRow: z.ZodType<AssessmentHead> = z
  .object(headFields)
  .transform(({ _id, ...head }) => ({ id: _id, ...head }));

const assessmentRow: z.ZodType<AssessmentRecord> = z
  .object({ ...headFields, body: assessmentBody })
  .transform(({ _id, ...assessment }) => ({ id: _id, ...assessment }));

const assessmentVersionRow: z.ZodType<AssessmentVersion> = z.object({
  assessmentId: storedId,
  number: z.int(),
  title: z.string(),
  hash: z.string(),
  completeness: completenessShare,
  body: assessmentBody,
  createdBy: storedId,
  frozenAt: z.date(),
});
