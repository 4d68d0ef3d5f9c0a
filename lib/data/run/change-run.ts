import { z } from 'zod';
import type { Scope } from '#lib/domain/access/actor.ts';
import { finalRunStates } from '#lib/domain/run/run.ts';
import { AppError } from '#lib/errors.ts';
import type { Database } from '../database.ts';
import { translated } from '../database-errors.ts';
import { documentId, staleRevision, within } from '../document-id.ts';
import { parseInput } from '../row.ts';
import type { Run } from './run-record.ts';
import { runProgress, toRun } from './run-record.ts';
import { getRun } from './runs.ts';

export type RunChange = Partial<
  Pick<
    Run,
    | 'round'
    | 'state'
    | 'phase'
    | 'ledgerHash'
    | 'degradedBecause'
    | 'failedBecause'
    | 'startedAt'
    | 'finishedAt'
    | 'cancelRequestedAt'
  >
>;

/** Changes what is given. Throws `not-found`, `conflict` when the revision is not the stored one, `invalid-input`. */
export async function updateRun(
  db: Database,
  scope: Scope,
  runId: string,
  revision: number,
  change: RunChange,
): Promise<Run> {
  const row = await writeAt(db, scope, runId, revision, change);
  if (row !== null) return row;
  await getRun(db, scope, runId);
  throw staleRevision('run');
}

/**
 * Changes a run by a decision over what is stored, taken again when somebody else wrote meanwhile; null leaves it as it
 * is. Whoever asks twice (a repeated step) decides the second time on the changed run. Throws `not-found`, whatever the
 * decision throws, `unavailable` when 50 writers in a row came first.
 */
export async function changeRun(
  db: Database,
  scope: Scope,
  runId: string,
  decide: (run: Run) => RunChange | null,
): Promise<Run> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const run = await getRun(db, scope, runId);
    const change = decide(run);
    if (change === null) return run;
    const changed = await writeAt(db, scope, runId, run.revision, change);
    if (changed !== null) return changed;
  }
  throw new AppError('unavailable', `Run ${runId} is written by too many at once.`);
}

/** Notes that a person wants the run to stop; of a finished run nothing changes. Throws `not-found`. */
export async function requestCancel(db: Database, scope: Scope, runId: string): Promise<Run> {
  return await changeRun(db, scope, runId, (run) =>
    finalRunStates.includes(run.state) || run.cancelRequestedAt !== null
      ? null
      : { cancelRequestedAt: db.now() },
  );
}

async function writeAt(
  db: Database,
  scope: Scope,
  runId: string,
  revision: number,
  change: RunChange,
): Promise<Run | null> {
  const filter = { _id: documentId('run', runId), ...within(scope), revision };
  const row = await translated(() =>
    db.orm.runs.where(filter).update({ ...parseInput(runChange, change), revision: revision + 1 }),
  );
  return row === null ? null : toRun(row);
}

const runChange: z.ZodType<RunChange> = z.strictObject({
  round: runProgress.round.exactOptional(),
  state: runProgress.state.exactOptional(),
  phase: runProgress.phase.exactOptional(),
  ledgerHash: runProgress.ledgerHash.exactOptional(),
  degradedBecause: runProgress.degradedBecause.exactOptional(),
  failedBecause: runProgress.failedBecause.exactOptional(),
  startedAt: runProgress.startedAt.exactOptional(),
  finishedAt: runProgress.finishedAt.exactOptional(),
  cancelRequestedAt: runProgress.cancelRequestedAt.exactOptional(),
});
