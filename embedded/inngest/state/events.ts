import { z } from 'zod';
import { deadlineMs } from '../wire/duration.ts';
import { type InngestEvent, inngestEventSchema } from '../wire/protocol.ts';
import { type ExpressionScope, parseExpression } from './expression.ts';
import { endRun, startRun } from './runs.ts';
import { finishStep } from './steps.ts';
import type { Transaction } from './store.ts';

/**
 * Takes an event in: cancels runs, ends waits and starts runs, in this order, so that a run is never cancelled by the
 * event that started it. An event whose id is known already does nothing.
 */
export function deliver(tx: Transaction, event: InngestEvent): void {
  const { changes } = tx.sql.run`INSERT INTO events (id, name, body, received_at)
    VALUES (${event.id}, ${event.name}, ${JSON.stringify(event)}, ${tx.now}) ON CONFLICT DO NOTHING`;
  if (changes === 0) return;
  cancelMatchingRuns(tx, event);
  endMatchingWaits(tx, event);
  startTriggeredRuns(tx, event);
}

function cancelMatchingRuns(tx: Transaction, event: InngestEvent): void {
  const candidates = tx.sql.all`
    SELECT r.id, r.event, r.started_at, c.expression, c.timeout FROM cancel_rules c
    JOIN runs r ON r.function_id = c.function_id AND r.status = 'running'
    WHERE c.event_name = ${event.name}`;
  for (const candidate of candidates) {
    const { id, event: trigger, started_at, expression, timeout } = cancelCandidate.parse(candidate);
    const until = timeout === null ? undefined : deadlineMs(timeout, started_at);
    if (until !== undefined && tx.now > until) continue;
    if (!satisfies(expression, { event: eventOf(trigger), async: event })) continue;
    endRun(tx, id, { status: 'cancelled' });
  }
}

function endMatchingWaits(tx: Transaction, event: InngestEvent): void {
  const candidates = tx.sql.all`
    SELECT s.run_id, s.id, s.expression, r.event FROM steps s JOIN runs r ON r.id = s.run_id
    WHERE s.event_name = ${event.name} ORDER BY s.rowid`;
  for (const candidate of candidates) {
    const { run_id, id, expression, event: trigger } = waitCandidate.parse(candidate);
    if (!satisfies(expression, { event: eventOf(trigger), async: event })) continue;
    finishStep(tx, run_id, id, { data: event });
  }
}

/** Each function once, however many of its triggers the event satisfies. */
function startTriggeredRuns(tx: Transaction, event: InngestEvent): void {
  const triggers = tx.sql.all`SELECT function_id, expression FROM triggers
    WHERE event_name = ${event.name} ORDER BY rowid`.map((row) => triggerRow.parse(row));
  const satisfied = triggers.filter(({ expression }) => satisfies(expression, { event }));
  for (const functionId of new Set(satisfied.map((trigger) => trigger.function_id))) {
    startRun(tx, functionId, event);
  }
}

function satisfies(expression: string | null, scope: ExpressionScope): boolean {
  return expression === null || parseExpression(expression)(scope);
}

function eventOf(json: string): InngestEvent {
  return inngestEventSchema.parse(JSON.parse(json));
}

const triggerRow = z.object({ function_id: z.string(), expression: z.string().nullable() });
const waitCandidate = z.object({
  run_id: z.string(),
  id: z.string(),
  expression: z.string().nullable(),
  event: z.string(),
});
const cancelCandidate = z.object({
  id: z.string(),
  event: z.string(),
  started_at: z.number(),
  expression: z.string().nullable(),
  timeout: z.string().nullable(),
});
