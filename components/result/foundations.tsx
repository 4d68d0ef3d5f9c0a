import { FigureBand } from '#components/figure/figure-band.tsx';
import { FigureValue } from '#components/figure/figure.tsx';
import { Card } from '#components/ui/card.tsx';
import { InterfaceNumber } from '#components/ui/interface-number.tsx';
import { Cell, HeadCell, Row, Table } from '#components/ui/table.tsx';
import type { CatalogueFigure, Figure } from '#lib/domain/figure/figure.ts';
import { Disclosure } from './disclosure.tsx';
import { ResultSection } from './result-section.tsx';
import type { ResultView } from './result-view.ts';

/** Every assumption that a figure of the run rests on. */
export function Assumptions({ view }: { view: ResultView }) {
  const assumed = byLabel([...view.ledger.values()].filter(({ kind }) => kind === 'assumed'));
  return (
    <ResultSection
      id="assumptions"
      title="Assumptions used"
      lead="They stand where nothing was said. An answer of the client replaces one; until then its band is carried through every sum."
    >
      <Card>
        {assumed.length === 0 ? (
          <p className="px-5 py-4 text-ink-soft">No figure of this analysis rests on one.</p>
        ) : (
          <Table caption="Assumptions with value, effect and source">
            <thead>
              <tr>
                <HeadCell>Assumption</HeadCell>
                <HeadCell align="right">Value</HeadCell>
                <HeadCell>What it moves</HeadCell>
                <HeadCell>Source and date</HeadCell>
              </tr>
            </thead>
            <tbody>
              {assumed.map(({ id }) => (
                <AssumptionRow key={id} id={id} view={view} />
              ))}
            </tbody>
          </Table>
        )}
      </Card>
    </ResultSection>
  );
}

function AssumptionRow({ id, view }: { id: string; view: ResultView }) {
  const figure = view.figure(id);
  return (
    <Row>
      <Cell className="min-w-44" data-figure-label={id}>
        {figure.label}
      </Cell>
      <Cell align="right" className="min-w-36">
        <FigureValue view={figure} className="text-right" />
        <span className="block">
          <FigureBand view={figure} />
        </span>
      </Cell>
      <Cell className="min-w-56 text-ink-soft">{figure.moves}</Cell>
      <Cell className="min-w-44 text-[0.8125rem] text-ink-soft" data-source="">
        {figure.source}
        <span className="block text-ink-faint">{figure.asOf}</span>
      </Cell>
    </Row>
  );
}

/** Every price list, data sheet and measurement that a figure of the run rests on. */
export function Sources({ view }: { view: ResultView }) {
  const figures = [...view.ledger.values()].filter(isCatalogued);
  const groups = [...Map.groupBy(figures, ({ source }) => source)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return (
    <ResultSection
      id="sources"
      title="Sources"
      lead="List prices as they stood on the day named; a listed price is no promise of capacity."
    >
      <Card className="divide-y divide-line px-5 py-1">
        {groups.length === 0 ? (
          <p className="py-3 text-ink-soft">No figure of this analysis rests on a catalogue row.</p>
        ) : (
          groups.map(([source, rows]) => <SourceGroup key={source} source={source} rows={rows} view={view} />)
        )}
      </Card>
    </ResultSection>
  );
}

function isCatalogued(figure: Figure): figure is CatalogueFigure {
  return figure.kind === 'listed' || figure.kind === 'measured';
}

function SourceGroup({
  source,
  rows,
  view,
}: {
  source: string;
  rows: readonly CatalogueFigure[];
  view: ResultView;
}) {
  return (
    <Disclosure
      className="py-1.5"
      summary={
        <>
          <span className="text-left break-words" data-source="">
            {source}
          </span>
          <span className="font-normal whitespace-nowrap text-ink-faint">
            <InterfaceNumber value={rows.length} /> {rows.length === 1 ? 'figure' : 'figures'}
          </span>
        </>
      }
    >
      <ul className="grid gap-1 text-sm">
        {byLabel(rows).map(({ id, label }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-4">
            <span className="min-w-0 break-words text-ink-soft" data-figure-label={id}>
              {label}
            </span>
            <FigureValue view={view.figure(id)} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function byLabel(figures: readonly Figure[]): Figure[] {
  return figures.toSorted((a, b) =>
    a.label === b.label ? (a.id < b.id ? -1 : 1) : a.label < b.label ? -1 : 1,
  );
}
