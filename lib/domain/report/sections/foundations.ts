import type { Figure, FigureId } from '../../figure/figure.ts';
import { figureOf, foundationsOf } from '../../figure/ledger.ts';
import type { Block, Section } from '../document.ts';
import type { SectionSource } from '../report-source.ts';
import { howToRead } from './how-to-read.ts';
import { figureRef, figures, heading, inlines, paragraph, table } from '../wording.ts';

/** What the figures of the report rest on: assumptions, price rows, and the way they are put together. */
export function foundations(source: SectionSource, cited: ReadonlySet<FigureId>): Section {
  const figuresBelow = foundationFigures(source, cited);
  return {
    id: 'foundations',
    title: 'What the figures rest on',
    blocks: [...assumptionsUsed(source, figuresBelow), ...sourcesOfPrices(figuresBelow), ...howToRead()],
  };
}

/** Every assumption that a figure of the report rests on, with what it moves. */
function assumptionsUsed(source: SectionSource, figuresBelow: readonly Figure[]): Block[] {
  const rows = figuresBelow.flatMap((figure) => {
    if (figure.kind !== 'assumed') return [];
    const assumption = source.assumptions.find((row) => row.id === figure.assumption);
    return [
      [
        inlines(assumption?.label ?? figure.label),
        [figureRef(figure.id)],
        inlines(assumption?.moves ?? ''),
        inlines(assumption === undefined ? '' : `${assumption.source}, ${assumption.asOf}`),
      ],
    ];
  });
  if (rows.length === 0) return [];
  return [
    heading('Assumptions, where nothing was said'),
    paragraph(
      'An answer of the client replaces the assumption; until then its band is carried through every sum.',
    ),
    ...table('Assumptions', ['Assumption', figures('Value'), 'What it moves', 'Source and date'], rows),
  ];
}

/** Every price row and measurement that a figure of the report rests on. */
function sourcesOfPrices(figuresBelow: readonly Figure[]): Block[] {
  const rows = figuresBelow.flatMap((figure) =>
    figure.kind === 'listed' || figure.kind === 'measured'
      ? [
          [
            inlines(figure.label),
            [figureRef(figure.id)],
            inlines(figure.source),
            inlines(figure.asOf ?? 'not dated by its source'),
          ],
        ]
      : [],
  );
  if (rows.length === 0) return [];
  return [
    heading('Prices and measurements'),
    paragraph(
      'List prices before tax, credits and negotiated discounts, as they stood on the day named. A listed price is no promise of capacity.',
    ),
    ...table('Price rows and measurements', ['Row', figures('Value'), 'Source', 'Date'], rows),
  ];
}

/** The cited figures and all they rest on, by label. */
function foundationFigures({ ledger }: SectionSource, cited: ReadonlySet<FigureId>): Figure[] {
  const ids = new Set(cited);
  for (const id of cited) for (const below of foundationsOf(ledger, id)) ids.add(below);
  return [...ids]
    .map((id) => figureOf(ledger, id))
    .toSorted((a, b) => (a.label === b.label ? (a.id < b.id ? -1 : 1) : a.label < b.label ? -1 : 1));
}
