import { describe, expect, it } from 'vitest';
import { columnWidths } from './column-widths.ts';

const text = (words: string) => [{ kind: 'text', text: words } as const];
const figure = { text: '$40,900 per month', amount: '$40,900', label: 'Monthly', pedigree: '', note: 1 };

describe('the widths of columns', () => {
  const table = {
    kind: 'table',
    caption: '',
    columns: [
      { title: 'Option', align: 'left' },
      { title: 'Monthly', align: 'right', unitInHead: true },
      { title: 'Because', align: 'left' },
    ],
    rows: [
      [
        text('p5.48xlarge'),
        [{ kind: 'figure', figure: 'cost' } as const],
        text('It is the only one that fits. '.repeat(6)),
      ],
    ],
  } as const;
  const figures = new Map([['cost', figure]]);

  it('fill the page', () => {
    const copy = {
      ...table,
      columns: [...table.columns],
      rows: table.rows.map((row) => row.map((cell) => [...cell])),
    };
    const widths = columnWidths(copy, figures, 483);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(483);
  });

  it('give the column with more to say more room, and figures no more than they need', () => {
    const copy = {
      ...table,
      columns: [...table.columns],
      rows: table.rows.map((row) => row.map((cell) => [...cell])),
    };
    const [option = 0, monthly = 0, because = 0] = columnWidths(copy, figures, 483);
    expect(because).toBeGreaterThan(option);
    expect(monthly).toBeLessThan(90);
  });
});
