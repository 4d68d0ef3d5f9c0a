import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../test/data/databases.ts';
import { anOwner } from '../../test/data/world.ts';
import { appendAuditEntry, listAuditEntries } from './audit/audit-entries.ts';
import { storedJson } from './stored-json.ts';

describe('a stored body', () => {
  const databases = useTestDatabases();

  it('comes back from the database as it went in', async () => {
    const db = await databases.fresh();
    const { scope, userId } = await anOwner(db, 'ridge');
    const actor = { kind: 'member', id: userId } as const;
    const subject = { kind: 'client', id: 'any' };
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (detail) => {
        fc.pre(!JSON.stringify(detail).includes('__proto__'));
        const plain: Record<string, unknown> = JSON.parse(JSON.stringify(detail));
        await appendAuditEntry(db, scope, { actor, action: 'test', subject, detail: plain });
        const { items } = await listAuditEntries(db, scope, { limit: 1 });
        expect(items[0]?.detail).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });

  it('has a hash that depends on its content and not on the order of its keys', () => {
    expect(storedJson({ a: 1, b: [true] }).hash).toBe(storedJson({ b: [true], a: 1 }).hash);
    expect(storedJson({ a: 1, b: [true] }).hash).not.toBe(storedJson({ a: 1, b: [false] }).hash);
    expect(storedJson({ a: 1, b: undefined })).toEqual(storedJson({ a: 1 }));
  });

  it.each([
    ['NaN', { share: Number.NaN }],
    ['an infinity', { range: [0, Number.POSITIVE_INFINITY] }],
    ['a date', { at: new Date(0) }],
    ['a hole in a list', { list: [1, undefined] }],
    ['a big integer', { count: 1n }],
    ['a key that would set a prototype', JSON.parse('{ "a": { "__proto__": [] } }')],
  ])('is refused with %s in it, which JSON would lose', (_what, body) => {
    expect(() => storedJson(body)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });

  it('is refused when it does not fit into one document', () => {
    expect(() => storedJson({ text: 'x'.repeat(13 * 1024 * 1024) })).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
  });
});
