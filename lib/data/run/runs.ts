import { z } from 'zod';
import type { Scope } from '#lib/domain/access/actor.ts';
import { runStates } from '#lib/domain/run/run.ts';
import type { RunState } from '#lib/domain/run/run.ts';
import { getAssessment } from '../assessment/assessments.ts';
import { getAssessmentVersion } from '../assessment/versions.ts';
import type { Database } from '../database.ts';
import { isDuplicate, translated } from '../database-errors.ts';
import { documentId, matching, notFound, objectId, within } from '../document-id.ts';
import type { Page, PageRequest } from '../keyset.ts';
import { readPage } from '../keyset.ts';
import { inputId, parseInput } from '../row.ts';
import type { Run } from './run-record.ts';
import { runRow, toRun } from './run-record.ts';

export type NewRun = {
  /** Names the request: asked twice with the same key (a double click, a retried call), one run is made. */
  requestKey: string;
  assessmentId: string;
  assessmentVersion: number;
  catalogueVersion: string;
  engineVersion: string;
  requestedBy: string;
  /** Day of the analysis, `2026-07-20`. */
  date: string;
};
export type RunFilter = { assessmentId?: string | undefined; state?: RunState | undefined };

/**
 * Queues a run of a frozen version, or returns the run that the same request has made. Throws `not-found` for a version
 * that is not frozen or not the organisation's, `invalid-input`.
 */
export async function createRun(db: Database, scope: Scope, run: NewRun): Promise<Run> {
  const { assessmentId, assessmentVersion, ...parsed } = parseInput(newRun, run);
  const { clientId, engagementId } = await getAssessment(db, scope, assessmentId);
  const { hash } = await getAssessmentVersion(db, scope, assessmentId, assessmentVersion);
  try {
    const row = await translated(() =>
      db.orm.runs.create({
        ...within(scope),
        ...parsed,
        clientId,
        engagementId,
        assessmentId,
        assessmentVersion,
        assessmentHash: hash,
        round: 1,
        state: 'queued',
        phase: null,
        ledgerHash: null,
        degradedBecause: [],
        failedBecause: null,
        revision: 1,
        createdAt: db.now(),
        startedAt: null,
        finishedAt: null,
        cancelRequestedAt: null,
      }),
    );
    return toRun(row);
  } catch (error) {
    if (!isDuplicate(error, 'requestKey')) throw error;
    const row = await translated(() =>
      db.orm.runs.where({ ...within(scope), requestKey: parsed.requestKey }).first(),
    );
    if (row === null) throw error;
    return toRun(row);
  }
}

/** The run. Throws `not-found`. */
export async function getRun(db: Database, scope: Scope, runId: string): Promise<Run> {
  const filter = { _id: documentId('run', runId), ...within(scope) };
  const row = await translated(() => db.orm.runs.where(filter).first());
  if (row === null) throw notFound('run');
  return toRun(row);
}

/** Runs, newest first, of one assessment or in one state or all. Throws `not-found` for an assessment of nobody here. */
export async function listRuns(
  db: Database,
  scope: Scope,
  { assessmentId, state, ...page }: PageRequest & RunFilter = {},
): Promise<Page<Run>> {
  const assessment = assessmentId === undefined ? undefined : await getAssessment(db, scope, assessmentId);
  return await readPage(
    db,
    {
      collection: 'runs',
      where: {
        ...matching(scope),
        ...(assessment === undefined ? {} : { assessmentId: objectId(assessment.id) }),
        ...(state === undefined ? {} : { state: parseInput(z.enum(runStates), state) }),
      },
      sortBy: 'createdAt',
      row: runRow,
    },
    page,
  );
}

const newRun = z.strictObject({
  requestKey: z.string().min(1).max(200),
  assessmentId: z.string(),
  assessmentVersion: z.int().min(1),
  catalogueVersion: z.string().min(1),
  engineVersion: z.string().min(1),
  requestedBy: inputId,
  date: z.iso.date(),
});
