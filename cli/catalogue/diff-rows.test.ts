import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffRows } from './diff-rows.ts';

const row = (id: string, usd: number | null, source = 'list') => ({ id, usd, source });

describe('the difference between two versions of a table', () => {
  it('is rows added, removed and changed, numbers in percent', () => {
    const { added, removed, changed } = diffRows(
      [row('a', 98.32), row('b', 1)],
      [row('a', 55.04), row('c', 1)],
    );
    expect([added, removed]).toEqual([['c'], ['b']]);
    expect(changed).toEqual([
      {
        id: 'a',
        cells: [{ column: 'usd', before: 98.32, after: 55.04, percent: expect.closeTo(-44.02, 2) }],
      },
    ]);
  });

  it('has no percentage from or to the unknown', () => {
    const [change] = diffRows([row('a', null)], [row('a', 1, 'card')]).changed;
    expect(change?.cells).toEqual([
      { column: 'usd', before: null, after: 1, percent: undefined },
      { column: 'source', before: 'list', after: 'card', percent: undefined },
    ]);
  });

  it('is nothing between a table and itself in another order, and turns round with its sides', () => {
    const tables = fc.uniqueArray(
      fc.record({ id: fc.string(), usd: fc.option(fc.integer({ min: 1, max: 9 })) }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(tables, tables, (one, other) => {
        expect(diffRows(one, one.toReversed())).toEqual({ added: [], removed: [], changed: [] });
        const there = diffRows(one, other);
        const back = diffRows(other, one);
        expect(there.added.toSorted()).toEqual(back.removed.toSorted());
        expect(there.changed.length).toBe(back.changed.length);
        expect(one.length + there.added.length - there.removed.length).toBe(other.length);
      }),
    );
  });
});
