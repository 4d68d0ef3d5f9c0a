import type { Figure, FigureId } from '../../figure/figure.ts';
import { figureOf, foundationsOf } from '../../figure/ledger.ts';
import type { Section } from '../document.ts';
import type { SectionSource } from '../report-source.ts';
import { figureRef, inlines, paragraph, table } from '../wording.ts';

/** Every assumption that a figure of the report rests on, with what it moves. */
export function assumptionsUsed(source: SectionSource, cited: ReadonlySet<FigureId>): Section {
  const rows = foundationFigures(source, cited).flatMap((figure) => {
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
  return {
    id: 'assumptions',
    title: 'What we assumed where nothing was said',
    blocks: [
      ...(rows.length === 0
        ? []
        : [
            paragraph(
              'An answer of the client replaces the assumption; until then its band is carried through every sum.',
            ),
          ]),
      ...table('Assumptions', ['Assumption', '>Value', 'What it moves', 'Source and date'], rows),
    ],
  };
}

/** Every price row and measurement that a figure of the report rests on. */
export function sourcesOfPrices(source: SectionSource, cited: ReadonlySet<FigureId>): Section {
  const rows = foundationFigures(source, cited).flatMap((figure) =>
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
  return {
    id: 'sources',
    title: 'Where the prices come from',
    blocks: [
      ...(rows.length === 0
        ? []
        : [
            paragraph(
              'List prices before tax, credits and negotiated discounts, as they stood on the day named. A listed price is no promise of capacity.',
            ),
          ]),
      ...table('Price rows and measurements', ['Row', '>Value', 'Source', 'Date'], rows),
    ],
  };
}

/** The cited figures and all they rest on, by label. */
function foundationFigures({ ledger }: SectionSource, cited: ReadonlySet<FigureId>): Figure[] {
  const ids = new Set(cited);
  for (const id of cited) for (const below of foundationsOf(ledger, id)) ids.add(below);
  return [...ids]
    .map((id) => figureOf(ledger, id))
    .toSorted((a, b) => (a.label === b.label ? (a.id < b.id ? -1 : 1) : a.label < b.label ? -1 : 1));
}
