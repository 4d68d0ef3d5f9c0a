import { z } from 'zod';
import type { Scope } from '#lib/domain/access/actor.ts';
import { getAssessment } from '../assessment/assessments.ts';
import type { Database } from '../database.ts';
import { isDuplicate, translated } from '../database-errors.ts';
import { staleRevision, within } from '../document-id.ts';
import { absentAsNull, inputId, note, parseInput, parseRow, storedId } from '../row.ts';

export const decisions = ['open', 'accepted', 'rejected', 'deferred'] as const;
export type Decision = (typeof decisions)[number];

/** What a person decided about a recommendation. It belongs to the assessment, so that it survives the next run. */
export type RecommendationEdit = {
  key: string;
  decision: Decision;
  note: string | null;
  revision: number;
  editedBy: string;
  updatedAt: Date;
};

export type EditSave = {
  decision: Decision;
  note: string | null;
  editedBy: string;
};

/** Every decision on recommendations of an assessment. Throws `not-found`. */
export async function listRecommendationEdits(
  db: Database,
  scope: Scope,
  assessmentId: string,
): Promise<RecommendationEdit[]> {
  const assessment = await getAssessment(db, scope, assessmentId);
  const rows = await translated(() =>
    db.orm.recommendation_edits
      .where({ ...within(scope), assessmentId: assessment.id })
      .orderBy({ key: 1 })
      .all()
      .toArray(),
  );
  return rows.map((row) => parseRow(editRow, row));
}

/**
 * Writes a decision. `revision` is that of the edit the person saw, 0 when there was none. Throws `not-found`,
 * `conflict` when somebody decided meanwhile, `invalid-input`.
 */
export async function saveRecommendationEdit(
  db: Database,
  scope: Scope,
  assessmentId: string,
  key: string,
  revision: number,
  save: EditSave,
): Promise<RecommendationEdit> {
  const edit = parseInput(editSave, { ...save, key, revision });
  const assessment = await getAssessment(db, scope, assessmentId);
  const place = { ...within(scope), assessmentId: assessment.id, key: edit.key };
  const now = db.now();
  const written = {
    decision: edit.decision,
    note: edit.note,
    editedBy: edit.editedBy,
    revision: edit.revision + 1,
    updatedAt: now,
  };
  if (edit.revision > 0) {
    const row = await translated(() =>
      db.orm.recommendation_edits.where({ ...place, revision: edit.revision }).update(written),
    );
    if (row === null) throw staleRevision('decision');
    return parseRow(editRow, row);
  }
  try {
    const row = await translated(() =>
      db.orm.recommendation_edits.create({ ...place, ...written, createdAt: now }),
    );
    return parseRow(editRow, row);
  } catch (error) {
    if (isDuplicate(error)) throw staleRevision('decision');
    throw error;
  }
}

const editSave = z.strictObject({
  key: z.string().min(1).max(500),
  revision: z.int().min(0),
  decision: z.enum(decisions),
  note,
  editedBy: inputId,
});

const editRow: z.ZodType<RecommendationEdit> = z.object({
  key: z.string(),
  decision: z.enum(decisions),
  note: absentAsNull(z.string()),
  revision: z.int(),
  editedBy: storedId,
  updatedAt: z.date(),
});
