import { listAuditEntries } from '#lib/data/audit/audit-entries.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import { pageInput } from '../page-input.ts';
import { useCase } from '../use-case.ts';

/** The audit trail of the organisation, newest first. */
export const listAudit = useCase({
  action: 'audit:read',
  input: pageInput,
  perform: ({ db }, actor, input) => listAuditEntries(db, scopeOf(actor), input),
});
