import { appendAuditEntry } from '#lib/data/audit/audit-entries.ts';
import { type Actor, scopeOf } from '#lib/domain/access/actor.ts';
import type { Action } from '#lib/domain/access/policy.ts';
import type { App } from '../app.ts';

/** What the trail tells: every action of the policy table, and what happens before anybody has a role. */
export type AuditedAction = Action | 'organisation:register';

export type Subject = {
  kind: 'organisation' | 'member' | 'session' | 'client' | 'engagement' | 'assessment' | 'run' | 'report';
  id: string;
};

/** Writes who did what into the organisation's audit trail. `detail` never holds an answer of a client. */
export async function record(
  app: Pick<App, 'db'>,
  actor: Actor,
  action: AuditedAction,
  subject: Subject,
  detail: Record<string, unknown> = {},
): Promise<void> {
  const id = actor.kind === 'run' ? actor.runId : actor.userId;
  await appendAuditEntry(app.db, scopeOf(actor), {
    actor: { kind: actor.kind, id },
    action,
    subject,
    detail,
  });
}
