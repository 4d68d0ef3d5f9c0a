import { describe, expect, it } from 'vitest';
import { newestDate } from './newest-date.ts';

describe('the newest date of rows', () => {
  it('is the last of those that have one', () => {
    const rows = ['2026-02-12', null, '2026-04-21', '2025-10'].map((asOf) => ({ source: 's', asOf }));
    expect(newestDate(rows)).toBe('2026-04-21');
  });

  it('is an error without any', () => {
    expect(() => newestDate([{ source: 's', asOf: null }])).toThrow(/date/);
  });
});
