import { z } from 'zod';
import type { Scope } from '#lib/domain/access/actor.ts';
import type { Database } from '../database.ts';
import { isDuplicate, translated } from '../database-errors.ts';
import { documentId, notFound, staleRevision, within } from '../document-id.ts';
import { inputId, parseInput } from '../row.ts';
import { getRun } from '../run/runs.ts';
import type { Report, ReportFormat } from './report-record.ts';
import { reportFormats, toReport } from './report-record.ts';

export type ReportRequest = { format: ReportFormat; requestedBy: string };

/** The report of a run in a format, queued if there was none. Throws `not-found`, `invalid-input`. */
export async function requestReport(
  db: Database,
  scope: Scope,
  runId: string,
  request: ReportRequest,
): Promise<Report> {
  const { format, requestedBy } = parseInput(reportRequest, request);
  const run = await getRun(db, scope, runId);
  const now = db.now();
  try {
    const row = await translated(() =>
      db.orm.reports.create({
        ...within(scope),
        runId: run.id,
        format,
        state: 'queued',
        failedBecause: null,
        sizeBytes: null,
        sha256: null,
        requestedBy,
        revision: 1,
        createdAt: now,
        updatedAt: now,
      }),
    );
    return toReport(row);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const filter = { ...within(scope), runId: run.id, format };
    const row = await translated(() => db.orm.reports.where(filter).first());
    if (row === null) throw error;
    return toReport(row);
  }
}

/** The report. Throws `not-found`. */
export async function getReport(db: Database, scope: Scope, reportId: string): Promise<Report> {
  const filter = { _id: documentId('report', reportId), ...within(scope) };
  const row = await translated(() => db.orm.reports.where(filter).first());
  if (row === null) throw notFound('report');
  return toReport(row);
}

/** The reports of a run, by format. Throws `not-found`. */
export async function listReports(db: Database, scope: Scope, runId: string): Promise<Report[]> {
  const run = await getRun(db, scope, runId);
  const rows = await translated(() =>
    db.orm.reports
      .where({ ...within(scope), runId: run.id })
      .orderBy({ format: 1 })
      .all()
      .toArray(),
  );
  return rows.map(toReport);
}

/** Queues a report again, after a failure or because its run has a new document. Throws `not-found`, `conflict`. */
export async function requeueReport(
  db: Database,
  scope: Scope,
  reportId: string,
  revision: number,
): Promise<Report> {
  return await moveReport(db, scope, reportId, revision, { state: 'queued', failedBecause: null });
}

/** Notes why a report could not be made, in words for a person. Throws `not-found`, `conflict`. */
export async function failReport(
  db: Database,
  scope: Scope,
  reportId: string,
  revision: number,
  failedBecause: string,
): Promise<Report> {
  return await moveReport(db, scope, reportId, revision, { state: 'failed', failedBecause });
}

/** Writes the state of a report at a revision. Throws `not-found`, `conflict`. */
export async function moveReport(
  db: Database,
  scope: Scope,
  reportId: string,
  revision: number,
  change: Partial<Pick<Report, 'state' | 'failedBecause' | 'sizeBytes' | 'sha256'>>,
): Promise<Report> {
  const filter = { _id: documentId('report', reportId), ...within(scope), revision };
  const row = await translated(() =>
    db.orm.reports.where(filter).update({ ...change, revision: revision + 1, updatedAt: db.now() }),
  );
  if (row !== null) return toReport(row);
  await getReport(db, scope, reportId);
  throw staleRevision('report');
}

const reportRequest = z.strictObject({ format: z.enum(reportFormats), requestedBy: inputId });
