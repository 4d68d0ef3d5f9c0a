import { FigureValue } from '#components/figure/figure.tsx';
import { Cell, HeadCell, Row, Table } from '#components/ui/table.tsx';
import type { FigureId } from '#lib/domain/figure/figure.ts';
import type { Prose } from '#lib/domain/gate/prose.ts';
import { constraints, type Option } from '#lib/domain/options/option.ts';
import { verdicts } from './design-words.ts';
import { Disclosure } from './disclosure.tsx';
import { MissingList } from './missing-list.tsx';
import { OptionTitle } from './option-title.tsx';
import { Price } from './price.tsx';
import { type ResultView, titleOfNeed } from './result-view.ts';
import { Say } from './say.tsx';
import { VerdictMark } from './verdict-mark.tsx';

type Props = { option: Option; because: Prose; chosen: boolean; view: ResultView };

/** One option for who asks: why it is chosen or not, its cost part by part, each check with its reason, what is missing. */
export function OptionDetails({ option, because, chosen, view }: Props) {
  return (
    <Disclosure summary={<OptionTitle option={option} />}>
      <div className="grid gap-4 pb-3">
        <p className="max-w-prose text-sm text-ink-soft">
          <span className="font-medium text-ink">{chosen ? 'Why it is chosen: ' : 'Why not: '}</span>
          <Say prose={because} view={view} />
        </p>
        {option.parts.length === 0 ? null : <Parts option={option} view={view} />}
        {option.design.machines === undefined ? null : (
          <p className="text-sm">
            {view.figure(option.design.machines).label}:{' '}
            <FigureValue view={view.figure(option.design.machines)} />
          </p>
        )}
        <div>
          <h4 className="text-sm font-medium">Checks</h4>
          <ul className="mt-1 grid gap-1.5 text-sm">
            {option.checks.map(({ constraint, verdict, because: reason }) => (
              <li key={`${constraint} ${reason}`} className="flex gap-2">
                <span className="mt-1">
                  <VerdictMark verdict={verdict} />
                </span>
                <span className="min-w-0">
                  {constraints[constraint]}
                  <span className="text-ink-faint"> ({verdicts[verdict].toLowerCase()})</span>
                  <span className="block text-[0.8125rem] text-ink-soft">
                    <Say prose={reason} view={view} />
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </div>
        {option.missing.length === 0 ? null : (
          <div>
            <h4 className="text-sm font-medium">Not in the price</h4>
            <div className="mt-1">
              <MissingList gaps={option.missing} view={view} />
            </div>
          </div>
        )}
      </div>
    </Disclosure>
  );
}

function Parts({ option, view }: { option: Option; view: ResultView }) {
  return (
    <Table caption={`Cost by part, ${titleOfNeed(view, option.need)}: ${option.title}`} className="max-w-2xl">
      <thead>
        <tr>
          <HeadCell className="pl-0">Part</HeadCell>
          <HeadCell align="right">Monthly</HeadCell>
          <HeadCell align="right">Once</HeadCell>
        </tr>
      </thead>
      <tbody>
        {option.parts.map((part) => (
          <Row key={part.key}>
            <Cell className="py-1.5 pl-0">{part.label}</Cell>
            <Amount figure={part.monthly} view={view} />
            <Amount figure={part.once} view={view} />
          </Row>
        ))}
        <Row className="font-medium">
          <Cell className="py-1.5 pl-0">Together</Cell>
          <Cell align="right" className="py-1.5 whitespace-nowrap">
            <Price option={option} figure={option.monthly} view={view} />
          </Cell>
          <Cell align="right" className="py-1.5 whitespace-nowrap">
            <Price option={option} figure={option.once} view={view} />
          </Cell>
        </Row>
      </tbody>
    </Table>
  );
}

function Amount({ figure, view }: { figure: FigureId | undefined; view: ResultView }) {
  return (
    <Cell align="right" className="py-1.5 whitespace-nowrap">
      {figure === undefined ? (
        <span className="text-ink-faint">–</span>
      ) : (
        <FigureValue view={view.figure(figure)} unitInHead />
      )}
    </Cell>
  );
}
