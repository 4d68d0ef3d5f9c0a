import { describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../../test/data/databases.ts';
import { anOwner } from '../../../test/data/world.ts';
import { appendAuditEntry, listAuditEntries } from './audit-entries.ts';
import * as auditEntries from './audit-entries.ts';

describe('the audit trail', () => {
  const databases = useTestDatabases();

  it('lists who did what to what, newest first, and of one subject alone', async () => {
    const db = await databases.fresh();
    const { scope, userId } = await anOwner(db, 'ridge');
    const actor = { kind: 'member', id: userId } as const;
    const about = (id: string, action: string) => ({ actor, action, subject: { kind: 'client', id } });
    const first = await appendAuditEntry(db, scope, about('one', 'create-client'));
    const second = await appendAuditEntry(db, scope, {
      ...about('two', 'create-client'),
      detail: { by: 'import' },
    });
    const third = await appendAuditEntry(db, scope, about('one', 'change-client'));
    expect(first).toMatchObject({ ...about('one', 'create-client'), detail: {}, at: expect.any(Date) });
    expect((await listAuditEntries(db, scope)).items).toEqual([third, second, first]);
    const ofOne = await listAuditEntries(db, scope, { subject: { kind: 'client', id: 'one' } });
    expect(ofOne.items).toEqual([third, first]);
  });

  it('is only appended to and read', () => {
    const functions = Object.entries(auditEntries).filter(([, value]) => typeof value === 'function');
    expect(functions.map(([name]) => name).toSorted()).toEqual(['appendAuditEntry', 'listAuditEntries']);
  });

  it('refuses an entry of nobody', async () => {
    const db = await databases.fresh();
    const { scope } = await anOwner(db, 'ridge');
    const entry = {
      actor: { kind: 'member', id: '' },
      action: 'create-client',
      subject: { kind: 'client', id: 'one' },
    } as const;
    await expect(appendAuditEntry(db, scope, entry)).rejects.toMatchObject({
      code: 'invalid-input',
      problems: [{ field: 'actor.id' }],
    });
  });
});
