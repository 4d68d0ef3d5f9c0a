import type { Scope } from '#lib/domain/access/actor.ts';
import type { Database } from '../database.ts';
import { translated } from '../database-errors.ts';
import { staleRevision, within } from '../document-id.ts';
import type { AssessmentVersion } from './assessment-record.ts';
import { toAssessmentRecord } from './assessment-record.ts';
import { getAssessment } from './assessments.ts';
import { keepVersion } from './versions.ts';

/**
 * Freezes the newest version and returns it; frozen already, it is only returned, so a caller that was cut off can ask
 * again. The head is frozen first: from then on its content cannot change, and the version copied from it is the same
 * whoever copies it. Throws `not-found`, `conflict` when the revision is not the stored one or the assessment is archived.
 */
export async function freezeAssessment(
  db: Database,
  scope: Scope,
  assessmentId: string,
  revision: number,
): Promise<AssessmentVersion> {
  const current = await getAssessment(db, scope, assessmentId);
  if (current.status === 'frozen' && (current.revision === revision || current.revision === revision + 1)) {
    return await keepVersion(db, scope, current);
  }
  if (current.status !== 'draft') throw staleRevision('assessment');
  const row = await translated(() =>
    db.orm.assessments
      .where({ _id: current.id, ...within(scope), revision })
      .update({ status: 'frozen', revision: revision + 1, updatedAt: db.now() }),
  );
  if (row === null) throw staleRevision('assessment');
  return await keepVersion(db, scope, toAssessmentRecord(row));
}
