import { InterfaceNumber } from '#components/ui/interface-number.tsx';
import { Cell, HeadCell, Row, Table } from '#components/ui/table.tsx';
import { criterionLabels, type Recommendation } from '#lib/domain/recommendation/recommendation.ts';
import { Grade } from './grade.tsx';
import type { ResultView } from './result-view.ts';
import { Say } from './say.tsx';

/** How a recommendation came to its rank: each criterion with its standing, what it counts, and why. All of it is method. */
export function ScoreTable({
  recommendation: { score, rank },
  view,
}: {
  recommendation: Recommendation;
  view: ResultView;
}) {
  return (
    <Table caption={`Standing of recommendation ${rank} by criterion`} data-interface-number="">
      <thead>
        <tr>
          <HeadCell className="pl-0">Criterion</HeadCell>
          <HeadCell>Standing</HeadCell>
          <HeadCell align="right">Counts</HeadCell>
          <HeadCell align="right">Adds</HeadCell>
          <HeadCell>Reason</HeadCell>
        </tr>
      </thead>
      <tbody>
        {score.criteria.map(({ criterion, value, weight, because }) => (
          <Row key={criterion}>
            <Cell className="py-2 pl-0 whitespace-nowrap">{criterionLabels[criterion]}</Cell>
            <Cell className="py-2">
              <Grade value={value} />
            </Cell>
            <Cell align="right" className="py-2 whitespace-nowrap">
              <InterfaceNumber value={Math.round(weight * 100)} /> %
            </Cell>
            <Cell align="right" className="py-2">
              <InterfaceNumber value={Math.round(weight * value * 100)} />
            </Cell>
            <Cell className="min-w-56 py-2 text-ink-soft">
              <Say prose={because} view={view} />
            </Cell>
          </Row>
        ))}
        <Row>
          <Cell className="py-2 pl-0 font-medium">Together</Cell>
          <Cell className="py-2" />
          <Cell align="right" className="py-2" />
          <Cell align="right" className="py-2 font-medium whitespace-nowrap">
            <InterfaceNumber value={Math.round(score.total * 100)} of={100} />
          </Cell>
          <Cell className="py-2" />
        </Row>
      </tbody>
    </Table>
  );
}
