import { describe, expect, it } from 'vitest';
import type { FigureView } from '#lib/domain/figure/view.ts';
import { citationOf } from './citation.ts';

const price: FigureView = {
  id: 'price.machine',
  label: 'On-demand price of g6.xlarge',
  text: '$0.8048 per hour',
  kind: 'listed',
  kindInWords: 'List price',
  source: 'AWS list price, us-east-1',
  asOf: '2026-07-20',
};

describe('the citation of a figure', () => {
  it('names value, source and date, and the date once', () => {
    const once =
      'On-demand price of g6.xlarge: $0.8048 per hour. List price: AWS list price, us-east-1, 2026-07-20. [price.machine]';
    expect(citationOf(price)).toBe(once);
    expect(citationOf({ ...price, source: 'AWS list price, us-east-1, 2026-07-20' })).toBe(once);
  });

  it('shows the band and the formula of a computed figure', () => {
    const total: FigureView = {
      id: 'cost.total',
      label: 'Total',
      text: '$4 per month',
      band: '$3 to $6 per month',
      kind: 'computed',
      kindInWords: 'Computed',
      formula: { expression: 'amount × factor', filled: '$2 per month × 2', inputs: [] },
    };
    expect(citationOf(total)).toBe(
      'Total: $4 per month (80 % band: $3 to $6 per month). Computed: $2 per month × 2. [cost.total]',
    );
  });
});
