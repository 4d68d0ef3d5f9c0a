import type { SQLTagStore } from 'node:sqlite';
import { z } from 'zod';
import { nextTickMs } from './cron-schedule.ts';
import type { Transaction } from './store.ts';

/** A function as the executor runs it, after its registration was checked. */
export type FunctionDefinition = {
  id: string;
  /** Tries in all: the first and its retries. */
  maxAttempts: number;
  /** How many calls of this function may be under way at once; undefined for no limit. */
  concurrency: number | undefined;
  triggers: { eventName: string; expression: string | undefined }[];
  crons: string[];
  cancelRules: { eventName: string; expression: string | undefined; timeout: string | undefined }[];
};

/**
 * Makes `definitions` the whole of what `appId` offers: functions that are not among them are forgotten, runs of theirs
 * already under way are not. A schedule that did not change keeps its next tick, so one that was missed while no
 * executor ran is made up for once.
 */
export function replaceFunctions(
  tx: Transaction,
  appId: string,
  definitions: readonly FunctionDefinition[],
): void {
  const { sql, now } = tx;
  const ticks = new Map(
    sql.all`SELECT function_id, schedule, due_at FROM crons`.map((row) => {
      const cron = cronRow.parse(row);
      return [`${cron.function_id} ${cron.schedule}`, cron.due_at];
    }),
  );
  sql.run`DELETE FROM functions WHERE app_id = ${appId}`;
  for (const definition of definitions) {
    const { id } = definition;
    sql.run`DELETE FROM functions WHERE id = ${id}`;
    sql.run`INSERT INTO functions (id, app_id, max_attempts, concurrency)
      VALUES (${id}, ${appId}, ${definition.maxAttempts}, ${definition.concurrency ?? null})`;
    for (const trigger of definition.triggers) {
      sql.run`INSERT INTO triggers VALUES (${id}, ${trigger.eventName}, ${trigger.expression ?? null})`;
    }
    for (const schedule of new Set(definition.crons)) {
      sql.run`INSERT INTO crons
        VALUES (${id}, ${schedule}, ${ticks.get(`${id} ${schedule}`) ?? nextTickMs(schedule, now)})`;
    }
    for (const rule of definition.cancelRules) {
      sql.run`INSERT INTO cancel_rules
        VALUES (${id}, ${rule.eventName}, ${rule.expression ?? null}, ${rule.timeout ?? null})`;
    }
  }
}

/** Tries in all for one job of the function. A function that is gone leaves its runs a single try. */
export function maxAttemptsOf(tx: Transaction, functionId: string): number {
  const row = tx.sql.get`SELECT max_attempts FROM functions WHERE id = ${functionId}`;
  return row ? z.number().parse(row['max_attempts']) : 1;
}

export function isRegistered(tx: Transaction, functionId: string): boolean {
  return tx.sql.get`SELECT 1 FROM functions WHERE id = ${functionId}` !== undefined;
}

/** Whether any app has registered, now or before a restart. */
export function isAnyRegistered(sql: SQLTagStore): boolean {
  return sql.get`SELECT 1 FROM functions LIMIT 1` !== undefined;
}

const cronRow = z.object({ function_id: z.string(), schedule: z.string(), due_at: z.number() });
