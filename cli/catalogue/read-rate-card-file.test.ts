import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/errors.ts';
import { parseRateCard } from './read-rate-card-file.ts';

describe('the lines of a rate card', () => {
  it('are counted as an editor counts them', () => {
    const { header, records } = parseRateCard('\uFEFFa,b\r\n1,2\r\n\r\n"x, y",4\r\n');
    expect(header).toEqual(['a', 'b']);
    expect(records).toEqual([
      { line: 2, cells: ['1', '2'] },
      { line: 4, cells: ['x, y', '4'] },
    ]);
  });

  it('may be of unlike length: that is for each row to answer', () => {
    expect(parseRateCard('a,b\n1\n1,2,3\n').records.map(({ cells }) => cells.length)).toEqual([1, 3]);
  });

  it('are given back or refused with a reason, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        try {
          expect(parseRateCard(text).header.length).toBeGreaterThan(0);
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== 'invalid-input') throw error;
        }
      }),
      { numRuns: 500 },
    );
  });
});
