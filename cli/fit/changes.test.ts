import { describe, expect, it } from 'vitest';
import { changesBetween } from './changes.ts';

describe('changes between two fits', () => {
  it('name each number that differs, with its relative change', () => {
    const before = { evidence: 'a', coefficients: { overlap: 2, 'layer-ms': 0.05 } };
    const after = { evidence: 'b', coefficients: { overlap: 3, 'layer-ms': 0.05 } };
    expect(changesBetween(before, after)).toEqual([
      'evidence: a -> b',
      'coefficients.overlap: 2 -> 3 (+50.0 %)',
    ]);
  });

  it('name what came and went', () => {
    expect(changesBetween({ gone: 1, list: ['x'] }, { came: 2, list: ['x'] })).toEqual([
      'gone: 1 -> removed',
      'came: 2',
    ]);
  });

  it('are none between equal fits', () => {
    expect(changesBetween({ a: { b: 1 } }, { a: { b: 1 } })).toEqual([]);
  });
});
