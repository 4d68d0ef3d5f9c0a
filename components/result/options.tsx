import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { InterfaceNumber } from '#components/ui/interface-number.tsx';
import { Cell, HeadCell, Row, Table } from '#components/ui/table.tsx';
import { type Choice, chooseOption } from '#lib/domain/options/choose-option.ts';
import { type Design, type Option, serviceKinds, type Verdict } from '#lib/domain/options/option.ts';
import type { Need } from '#lib/domain/run/run.ts';
import { CostBars } from './cost-bars.tsx';
import { providerName, purchases } from './design-words.ts';
import { Disclosure } from './disclosure.tsx';
import { OptionDetails } from './option-details.tsx';
import { OptionTitle } from './option-title.tsx';
import { Price } from './price.tsx';
import { ResultSection } from './result-section.tsx';
import type { ResultView } from './result-view.ts';
import { Say } from './say.tsx';
import { VerdictMark } from './verdict-mark.tsx';

/** Every option of every need side by side, the chosen one with why and the others with why not. */
export function Options({ view }: { view: ResultView }) {
  return (
    <ResultSection
      id="options"
      title="Options and costs"
      lead="Prices before tax and negotiated discounts. “At least” marks a price with parts missing; such a price cannot be compared with a complete one."
    >
      {view.base.needs.map((need) => (
        <NeedCard key={need.id} need={need} view={view} />
      ))}
    </ResultSection>
  );
}

function NeedCard({ need, view }: { need: Need; view: ResultView }) {
  const choice = chooseOption(need, view);
  return (
    <Card>
      <div className="px-5 pt-4 pb-3">
        <h3 className="font-semibold">{need.title}</h3>
        {choice === undefined ? (
          <p className="mt-1 text-sm text-ink-soft">
            No option could be designed from the answers so far. What is missing stands below.
          </p>
        ) : (
          <p className="mt-1 text-sm text-ink-soft">
            Chosen:{' '}
            <span className="font-medium text-ink">
              <OptionTitle option={choice.option} />
            </span>
            . <Say prose={choice.because} view={view} />
          </p>
        )}
      </div>
      {choice === undefined ? null : <Compared need={need} choice={choice} view={view} />}
    </Card>
  );
}

function Compared({ need, choice, view }: { need: Need; choice: Choice; view: ResultView }) {
  const ordered = [
    { option: choice.option, because: choice.because, chosen: true },
    ...choice.others.map((other) => ({ ...other, chosen: false })),
  ];
  return (
    <>
      <CostBars options={ordered} need={need} view={view} />
      <OptionTable rows={ordered.slice(0, shownAtOnce)} caption={`Options for ${need.title}`} view={view} />
      {ordered.length > shownAtOnce ? (
        <Disclosure
          className="border-t border-line px-4 py-2"
          summary={
            <span>
              <InterfaceNumber value={ordered.length - shownAtOnce} /> more options
            </span>
          }
        >
          <div className="-mr-4 -ml-9">
            <OptionTable
              rows={ordered.slice(shownAtOnce)}
              caption={`More options for ${need.title}`}
              view={view}
            />
          </div>
        </Disclosure>
      ) : null}
      <div className="border-t border-line px-4 py-3">
        <p className="px-1 pb-1 text-xs font-medium text-ink-faint">Cost parts, checks and reasons</p>
        {ordered.map((row) => (
          <OptionDetails key={row.option.id} {...row} view={view} />
        ))}
      </div>
    </>
  );
}

/** The chosen option and the next best; who wants all of them opens the rest. */
const shownAtOnce = 6;

type OptionRow = { option: Option; because: string; chosen: boolean };

function OptionTable({
  rows,
  caption,
  view,
}: {
  rows: readonly OptionRow[];
  caption: string;
  view: ResultView;
}) {
  return (
    <Table
      caption={caption}
      className="[&_td]:px-2.5 [&_td:first-child]:pl-5 [&_td:last-child]:pr-5 [&_th]:px-2.5 [&_th:first-child]:pl-5 [&_th:last-child]:pr-5"
    >
      <thead>
        <tr>
          <HeadCell>Option</HeadCell>
          <HeadCell>Where and how bought</HeadCell>
          <HeadCell align="right">Monthly</HeadCell>
          <HeadCell align="right">Yearly</HeadCell>
          <HeadCell align="right">Once</HeadCell>
          <HeadCell>Checks</HeadCell>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ option, chosen }) => (
          <Row key={option.id} className={chosen ? 'bg-accent-soft/50' : undefined}>
            <Cell className="min-w-52">
              <span className={chosen ? 'font-medium' : undefined}>
                <OptionTitle option={option} />
              </span>
              <span className="mt-0.5 flex flex-wrap gap-1.5 text-[0.8125rem] text-ink-faint">
                {serviceKinds[option.service]}
                {chosen ? <Badge tone="accent">Chosen</Badge> : null}
                {option.proxy ? <Badge tone="caution">Price by ratio</Badge> : null}
              </span>
            </Cell>
            <Cell className="min-w-36">
              <Place design={option.design} />
            </Cell>
            {[option.monthly, option.yearly, option.once].map((figure, column) => (
              <Cell key={columns[column]} align="right" className="whitespace-nowrap">
                <Price option={option} figure={figure} view={view} />
              </Cell>
            ))}
            <Cell>
              <Tally option={option} />
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

const columns = ['monthly', 'yearly', 'once'];

function Place({ design }: { design: Design }) {
  return (
    <>
      {providerName(design.provider)}
      {[design.region, design.sku].map((name) =>
        name === undefined ? null : (
          <code key={name} className="block font-mono text-xs break-all text-ink-soft">
            {name}
          </code>
        ),
      )}
      <span className="block text-[0.8125rem] text-ink-faint">{purchases[design.purchase]}</span>
    </>
  );
}

const verdictOrder: readonly Verdict[] = ['not-met', 'cannot-tell', 'met'];

/** How many constraints are met, not met and open. */
function Tally({ option }: { option: Option }) {
  return (
    <span className="flex gap-3 whitespace-nowrap">
      {verdictOrder.map((verdict) => {
        const count = option.checks.filter((check) => check.verdict === verdict).length;
        return count === 0 ? null : (
          <span key={verdict} className="inline-flex items-center gap-1">
            <VerdictMark verdict={verdict} />
            <InterfaceNumber value={count} />
          </span>
        );
      })}
    </span>
  );
}
