import { assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { purchaseKinds } from './prices.ts';
import { selectablePrice } from './selectable-price.ts';

const unpriced = { usdPerHourOnDemand: null, usdPerHourSpot: null, usdPerHour1y: null, usdPerHour3y: null };

describe('a selectable price', () => {
  it('is the listed price of that kind', () => {
    const row = { usdPerHourOnDemand: 1, usdPerHourSpot: 0.3, usdPerHour1y: 0.7, usdPerHour3y: 0.5 };
    expect(purchaseKinds.map((kind) => selectablePrice(row, kind))).toEqual([1, 0.3, 0.7, 0.5]);
  });

  it('does not exist where the list says nothing', () => {
    for (const kind of purchaseKinds) expect(selectablePrice(unpriced, kind)).toBeUndefined();
  });

  it('is never zero, negative, infinite or not a number', () => {
    assert(
      property(double(), (usd) => {
        const price = selectablePrice({ ...unpriced, usdPerHourOnDemand: usd }, 'ondemand');
        expect(price).toBe(Number.isFinite(usd) && usd > 0 ? usd : undefined);
      }),
    );
    for (const usd of [0, -0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(selectablePrice({ ...unpriced, usdPerHourSpot: usd }, 'spot')).toBeUndefined();
    }
  });
});
