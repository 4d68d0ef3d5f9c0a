import type { Scope } from '#lib/domain/access/actor.ts';
import { AppError } from '#lib/errors.ts';
import type { Database } from '../database.ts';
import { isDuplicate, translated } from '../database-errors.ts';
import { documentId, notFound, within } from '../document-id.ts';
import { storedJson } from '../stored-json.ts';
import type { AssessmentRecord, AssessmentVersion } from './assessment-record.ts';
import { toAssessmentVersion } from './assessment-record.ts';

const versionKind = 'version of an assessment';

/**
 * Stores the newest version of a frozen assessment, or returns it when it is stored already: the head cannot change while
 * it is frozen, so every caller writes the same. Throws `internal` when another content stands under that number.
 */
export async function keepVersion(
  db: Database,
  scope: Scope,
  head: AssessmentRecord,
): Promise<AssessmentVersion> {
  try {
    const row = await translated(() =>
      db.orm.assessment_versions.create({
        ...within(scope),
        assessmentId: head.id,
        number: head.version,
        title: head.title,
        hash: head.hash,
        completeness: head.completeness,
        body: storedJson(head.body).body,
        createdBy: head.changedBy,
        frozenAt: head.updatedAt,
      }),
    );
    return toAssessmentVersion(row);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const kept = await getAssessmentVersion(db, scope, head.id, head.version);
    if (kept.hash === head.hash) return kept;
    throw new AppError('internal', `Version ${head.version} of ${head.id} is kept with other content.`, {
      cause: error,
    });
  }
}

/** A frozen version with its answers. Throws `not-found`, also for a draft that nothing has frozen yet. */
export async function getAssessmentVersion(
  db: Database,
  scope: Scope,
  assessmentId: string,
  number: number,
): Promise<AssessmentVersion> {
  const filter = { ...within(scope), assessmentId: documentId(versionKind, assessmentId), number };
  const row = await translated(() => db.orm.assessment_versions.where(filter).first());
  if (row === null) throw notFound(versionKind);
  return toAssessmentVersion(row);
}
