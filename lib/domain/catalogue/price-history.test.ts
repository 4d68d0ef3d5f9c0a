import { describe, expect, it } from 'vitest';
import { offHistory } from './price-history.ts';
import type { PricePoint } from './prices.ts';
import { computeRow } from './test-rows.ts';

function point(usdPerHour: number, asOf: string, kind: PricePoint['kind'] = 'ondemand'): PricePoint {
  const place = { cloud: 'aws', sku: 'm6i.xlarge', region: 'us-east-1' } as const;
  const id = `price-history:${place.cloud}/${place.sku}/${place.region}/${kind}/${asOf}` as const;
  return { id, ...place, kind, usdPerHour, asOf, methodChange: null, sourceCommit: 'abc', source: 'list' };
}

describe('a price against its own history', () => {
  const listed = computeRow({ usdPerHourOnDemand: 0.192, usdPerHourSpot: 0.08 });

  it('is not doubted when it moved as prices do', () => {
    expect(offHistory([listed], [point(0.34, '2026-01-01'), point(0.1, '2026-06-01', 'spot')])).toEqual([]);
  });

  it.each([
    [0.06, 3.2],
    [0.768, 0.25],
  ])('is doubted when the last observation was %d', (usd, ratio) => {
    const [found] = offHistory([listed], [point(0.192, '2025-01-01'), point(usd, '2026-06-01')]);
    expect(found?.previous.asOf).toBe('2026-06-01');
    expect(found?.ratio).toBeCloseTo(ratio, 10);
  });

  it('is compared with earlier observations only', () => {
    expect(offHistory([listed], [point(9, '2026-07-20'), point(9, '2026-08-01')])).toEqual([]);
  });

  it('is compared within its kind of purchase', () => {
    expect(offHistory([listed], [point(0.01, '2026-01-01', '1y')])).toEqual([]);
  });
});
