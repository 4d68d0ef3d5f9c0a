// System function (no scope): the job engine knows the id of a run and nothing else.
import type { Scope } from '#lib/domain/access/actor.ts';
import type { Database } from '../database.ts';
import { translated } from '../database-errors.ts';
import { documentId, notFound } from '../document-id.ts';
import { parseRow, storedId } from '../row.ts';
import { toRun } from '../run/run-record.ts';
import type { Run } from '../run/run-record.ts';

/** The run that a job is about, with the scope that everything else of the job is limited to. Throws `not-found`. */
export async function findRunOfJob(db: Database, runId: string): Promise<{ run: Run; scope: Scope }> {
  const place = { _id: documentId('run', runId) };
  const row = await translated(() => db.orm.runs.where(place).first());
  if (row === null) throw notFound('run');
  return { run: toRun(row), scope: { organisationId: parseRow(storedId, row.organisationId) } };
}
