import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Scope } from '#lib/domain/access/actor.ts';
import type { RunEvent, RunEventBody } from '#lib/domain/run/event.ts';
import { AppError } from '#lib/errors.ts';
import type { Database } from '../database.ts';
import { isDuplicate, translated } from '../database-errors.ts';
import { documentId, matching, objectId, within } from '../document-id.ts';
import { parseInput, parseRow } from '../row.ts';
import { storedJson } from '../stored-json.ts';
import { runEventBody } from './run-event-body.ts';
import { getRun } from './runs.ts';

const mostAttempts = 200;

/**
 * Appends an event and returns it with its number. Numbers are contiguous from 1: each writer inserts the one after the
 * last that it sees, and the unique index lets one of them through. With a `key`, a second append of that key in the run
 * (a repeated step) returns the first event. Throws `not-found`, `invalid-input`.
 */
export async function appendRunEvent(
  db: Database,
  scope: Scope,
  runId: string,
  body: RunEventBody,
  key?: string,
): Promise<RunEvent> {
  const parsed = parseInput(runEventBody, body);
  const run = await getRun(db, scope, runId);
  const event = { ...within(scope), runId: run.id, key: key ?? randomUUID(), body: storedJson(parsed).body };
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const seq = (await lastSeq(db, scope, run.id)) + 1;
    try {
      const row = await translated(() => db.orm.run_events.create({ ...event, seq, at: db.now() }));
      return toRunEvent(row);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      const earlier = key === undefined ? undefined : await eventOfKey(db, scope, run.id, key);
      if (earlier !== undefined) return earlier;
    }
  }
  throw new AppError('unavailable', `Run ${runId} is written by too many at once.`);
}

/** Events after a number (0: from the first), in order, at most `limit` (500 unless told). Throws `not-found`. */
export async function listRunEvents(
  db: Database,
  scope: Scope,
  runId: string,
  { after = 0, limit = 500 }: { after?: number; limit?: number } = {},
): Promise<RunEvent[]> {
  const from = parseInput(eventRange, { after, limit });
  const run = await getRun(db, scope, runId);
  const rows = await db.aggregate('run_events', [
    { $match: { ...matching(scope), runId: objectId(run.id), seq: { $gt: from.after } } },
    { $sort: { seq: 1 } },
    { $limit: from.limit },
  ]);
  return rows.map(toRunEvent);
}

async function lastSeq(db: Database, scope: Scope, runId: string): Promise<number> {
  const rows = await db.aggregate('run_events', [
    { $match: { ...matching(scope), runId: objectId(runId) } },
    { $sort: { seq: -1 } },
    { $limit: 1 },
    { $project: { seq: 1 } },
  ]);
  return rows.length === 0 ? 0 : parseRow(z.object({ seq: z.int() }), rows[0]).seq;
}

async function eventOfKey(
  db: Database,
  scope: Scope,
  runId: string,
  key: string,
): Promise<RunEvent | undefined> {
  const filter = { ...within(scope), runId: documentId('run', runId), key };
  const row = await translated(() => db.orm.run_events.where(filter).first());
  return row === null ? undefined : toRunEvent(row);
}

function toRunEvent(row: unknown): RunEvent {
  const { seq, at, body } = parseRow(runEventRow, row);
  return { ...body, seq, at: at.toISOString() };
}

const eventRange = z.strictObject({ after: z.int().min(0), limit: z.int().min(1).max(1000) });
const runEventRow = z.object({ seq: z.int().min(1), at: z.date(), body: runEventBody });
