import { z } from 'zod';
import type { Scope } from '#lib/domain/access/actor.ts';
import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import { hashAssessment } from '#lib/domain/assessment/hash-assessment.ts';
import type { Database } from '../database.ts';
import { translated } from '../database-errors.ts';
import { documentId, matching, notFound, objectId, staleRevision, within } from '../document-id.ts';
import { getEngagement } from '../engagement/engagements.ts';
import type { Page, PageRequest } from '../keyset.ts';
import { readPage } from '../keyset.ts';
import { inputId, parseInput } from '../row.ts';
import { storedJson } from '../stored-json.ts';
import type { AssessmentHead, AssessmentRecord, AssessmentStatus } from './assessment-record.ts';
import {
  assessmentBody,
  assessmentHeadRow,
  assessmentStatuses,
  completenessShare,
  toAssessmentRecord,
} from './assessment-record.ts';
import { keepVersion } from './versions.ts';

export type NewAssessment = {
  engagementId: string;
  body: Assessment;
  completeness: number;
  createdBy: string;
};
export type AssessmentSave = { body: Assessment; completeness: number; changedBy: string };
export type AssessmentFilter = {
  engagementId?: string | undefined;
  status?: AssessmentStatus | undefined;
};

/** Creates an assessment, version 1, a draft. Throws `not-found` for an engagement that is not the organisation's, `invalid-input`, `too-large`. */
export async function createAssessment(
  db: Database,
  scope: Scope,
  assessment: NewAssessment,
): Promise<AssessmentRecord> {
  const { engagementId, createdBy, completeness, body } = parseInput(newAssessment, assessment);
  const engagement = await getEngagement(db, scope, engagementId);
  const now = db.now();
  const row = await translated(() =>
    db.orm.assessments.create({
      ...within(scope),
      clientId: engagement.clientId,
      engagementId: engagement.id,
      title: body.title,
      status: 'draft',
      version: 1,
      hash: hashAssessment(body),
      completeness,
      body: storedJson(body).body,
      revision: 1,
      createdBy,
      changedBy: createdBy,
      createdAt: now,
      updatedAt: now,
    }),
  );
  return toAssessmentRecord(row);
}

/** The assessment with the answers of its newest version. Throws `not-found`. */
export async function getAssessment(
  db: Database,
  scope: Scope,
  assessmentId: string,
): Promise<AssessmentRecord> {
  const filter = { _id: documentId('assessment', assessmentId), ...within(scope) };
  const row = await translated(() => db.orm.assessments.where(filter).first());
  if (row === null) throw notFound('assessment');
  return toAssessmentRecord(row);
}

/** Assessments without their answers, newest first. Throws `not-found` for an engagement of nobody here. */
export async function listAssessments(
  db: Database,
  scope: Scope,
  { engagementId, status, ...page }: PageRequest & AssessmentFilter = {},
): Promise<Page<AssessmentHead>> {
  const engagement = engagementId === undefined ? undefined : await getEngagement(db, scope, engagementId);
  return await readPage(
    db,
    {
      collection: 'assessments',
      where: {
        ...matching(scope),
        ...(engagement === undefined ? {} : { engagementId: objectId(engagement.id) }),
        ...(status === undefined ? {} : { status: parseInput(z.enum(assessmentStatuses), status) }),
      },
      sortBy: 'createdAt',
      without: ['body'],
      row: assessmentHeadRow,
    },
    page,
  );
}

/**
 * Saves the answers. A frozen version is kept as it is and the answers open the next one; a draft is overwritten.
 * Throws `not-found`, `conflict` when the revision is not the stored one, `invalid-input`, `too-large`.
 */
export async function saveAssessment(
  db: Database,
  scope: Scope,
  assessmentId: string,
  revision: number,
  save: AssessmentSave,
): Promise<AssessmentRecord> {
  const { body, completeness, changedBy } = parseInput(assessmentSave, save);
  const current = await getAssessment(db, scope, assessmentId);
  if (current.revision !== revision || current.status === 'archived') throw staleRevision('assessment');
  const frozen = current.status === 'frozen';
  // A crash between freezing and keeping the version would lose it with this write.
  if (frozen) await keepVersion(db, scope, current);
  const row = await translated(() =>
    db.orm.assessments.where({ _id: current.id, ...within(scope), revision }).update({
      title: body.title,
      status: 'draft',
      version: frozen ? current.version + 1 : current.version,
      hash: hashAssessment(body),
      completeness,
      body: storedJson(body).body,
      revision: revision + 1,
      changedBy,
      updatedAt: db.now(),
    }),
  );
  if (row === null) throw staleRevision('assessment');
  return toAssessmentRecord(row);
}

/** Puts an assessment away, or takes it out again as a draft. Throws `not-found`, `conflict`. */
export async function archiveAssessment(
  db: Database,
  scope: Scope,
  assessmentId: string,
  revision: number,
  archived: boolean,
): Promise<AssessmentRecord> {
  const current = await getAssessment(db, scope, assessmentId);
  if (current.revision !== revision) throw staleRevision('assessment');
  if (archived === (current.status === 'archived')) return current;
  const frozen = current.status === 'frozen';
  if (frozen) await keepVersion(db, scope, current);
  const row = await translated(() =>
    db.orm.assessments.where({ _id: current.id, ...within(scope), revision }).update({
      status: archived ? 'archived' : 'draft',
      version: frozen ? current.version + 1 : current.version,
      revision: revision + 1,
      updatedAt: db.now(),
    }),
  );
  if (row === null) throw staleRevision('assessment');
  return toAssessmentRecord(row);
}

const answers = { body: assessmentBody, completeness: completenessShare };
const newAssessment = z.strictObject({ ...answers, engagementId: z.string(), createdBy: inputId });
const assessmentSave = z.strictObject({ ...answers, changedBy: inputId });
