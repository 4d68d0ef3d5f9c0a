import { z } from 'zod';
import type { Scope } from '#lib/domain/access/actor.ts';
import type { Database } from '../database.ts';
import { translated } from '../database-errors.ts';
import { matching, within } from '../document-id.ts';
import type { Page, PageRequest } from '../keyset.ts';
import { readPage } from '../keyset.ts';
import { inputId, parseInput, parseRow, storedId } from '../row.ts';
import { storedJson } from '../stored-json.ts';

/** Who did what to what. Entries are appended and read; nothing here changes or deletes one. */
export type AuditEntry = {
  id: string;
  at: Date;
  actor: { kind: 'member' | 'run'; id: string };
  /** Verb and noun, `freeze-assessment`. */
  action: string;
  subject: { kind: string; id: string };
  /** What a reader of the trail needs beside that; never an answer of a client. */
  detail: Record<string, unknown>;
};

export type NewAuditEntry = Pick<AuditEntry, 'actor' | 'action' | 'subject'> & {
  detail?: Record<string, unknown>;
};

/** Appends an entry, stamped with the time of the database's clock. Throws `invalid-input`. */
export async function appendAuditEntry(
  db: Database,
  scope: Scope,
  entry: NewAuditEntry,
): Promise<AuditEntry> {
  const { actor, action, subject, detail } = parseInput(newAuditEntry, entry);
  const row = await translated(() =>
    db.orm.audit_entries.create({
      ...within(scope),
      at: db.now(),
      actorKind: actor.kind,
      actorId: actor.id,
      action,
      subjectKind: subject.kind,
      subjectId: subject.id,
      detail: storedJson(detail).body,
    }),
  );
  return parseRow(auditRow, row);
}

/** Entries, newest first, of one subject or of all. */
export async function listAuditEntries(
  db: Database,
  scope: Scope,
  { subject, ...page }: PageRequest & { subject?: AuditEntry['subject'] | undefined } = {},
): Promise<Page<AuditEntry>> {
  return await readPage(
    db,
    {
      collection: 'audit_entries',
      where: {
        ...matching(scope),
        ...(subject === undefined ? {} : { subjectKind: subject.kind, subjectId: subject.id }),
      },
      sortBy: 'at',
      row: auditRow,
    },
    page,
  );
}

const actorKind = z.enum(['member', 'run']);
const name = z.string().min(1).max(100);

const newAuditEntry = z.strictObject({
  actor: z.strictObject({ kind: actorKind, id: inputId }),
  action: name,
  subject: z.strictObject({ kind: name, id: name }),
  detail: z.record(z.string(), z.unknown()).default({}),
});

const auditRow: z.ZodType<AuditEntry> = z
  .object({
    _id: storedId,
    at: z.date(),
    actorKind,
    actorId: storedId,
    action: z.string(),
    subjectKind: z.string(),
    subjectId: z.string(),
    detail: z.record(z.string(), z.unknown()),
  })
  .transform(({ _id, at, actorKind: kind, actorId, action, subjectKind, subjectId, detail }) => ({
    id: _id,
    at,
    actor: { kind, id: actorId },
    action,
    subject: { kind: subjectKind, id: subjectId },
    detail,
  }));
