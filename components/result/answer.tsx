import { CircleHelp, Gavel, Scale } from 'lucide-react';
import type { ReactNode } from 'react';
import { FigureValue } from '#components/figure/figure.tsx';
import { Card } from '#components/ui/card.tsx';
import { Cell, HeadCell, Row, Table } from '#components/ui/table.tsx';
import { chooseOption } from '#lib/domain/options/choose-option.ts';
import { horizons, type Recommendation } from '#lib/domain/recommendation/recommendation.ts';
import { subjectLabels } from '#lib/domain/report/subject-labels.ts';
import { enumerate } from '#lib/domain/report/wording.ts';
import { recommendationAnchor } from './anchors.ts';
import { OptionTitle } from './option-title.tsx';
import { Price } from './price.tsx';
import type { ResultView } from './result-view.ts';
import { ResultSection } from './result-section.tsx';
import { Say } from './say.tsx';

/** What a person reads who reads one screen: what to do, what it costs, what decides it, what is missing, what is asked. */
export function Answer({ view }: { view: ResultView }) {
  const [top, ...others] = view.synthesis.recommendations;
  return (
    <ResultSection id="answer" title="The answer first">
      <Card className="overflow-hidden">
        {top === undefined ? (
          <p className="px-5 py-4">
            The answers so far do not carry a recommendation. The questions for the client below would change
            that.
          </p>
        ) : (
          <First top={top} view={view} />
        )}
        {others.length === 0 ? null : <Next others={others.slice(0, 4)} view={view} />}
      </Card>
      <Costs view={view} />
      <div className="grid gap-4 md:grid-cols-3">
        <Decides view={view} />
        <Gaps view={view} />
        <Asked view={view} />
      </div>
    </ResultSection>
  );
}

function First({ top, view }: { top: Recommendation; view: ResultView }) {
  return (
    <div className="border-l-4 border-accent px-5 py-4">
      <p className="text-xs font-medium text-accent">We recommend first</p>
      <h3 className="mt-0.5 text-lg font-semibold">
        <Say prose={top.title} view={view} />
      </h3>
      <p className="mt-1 max-w-prose text-ink-soft">
        <Say prose={top.summary} view={view} />
      </p>
    </div>
  );
}

function Next({ others, view }: { others: readonly Recommendation[]; view: ResultView }) {
  return (
    <ol start={2} aria-label="Next" className="divide-y divide-line border-t border-line">
      {others.map((recommendation) => (
        <li key={recommendation.key} className="flex flex-wrap items-baseline gap-x-3 px-5 py-2.5">
          <span className="min-w-0 flex-1 basis-64">
            <Say prose={recommendation.title} view={view} />
          </span>
          <span className="text-[0.8125rem] text-ink-faint">{horizons[recommendation.horizon]}</span>
          <a
            href={`#${recommendationAnchor(recommendation)}`}
            className="rounded px-1 text-[0.8125rem] text-accent hover:underline"
            aria-label={`Details of recommendation ${recommendation.rank}`}
          >
            Details
          </a>
        </li>
      ))}
    </ol>
  );
}

function Costs({ view }: { view: ResultView }) {
  const { ledger, assessment, base } = view;
  const rows = base.needs.flatMap((need) => {
    const choice = chooseOption(need, { ledger, assessment });
    return choice === undefined ? [] : [{ need, option: choice.option }];
  });
  const together = wholeFigures.filter(({ id }) => ledger.has(id));
  const hasGaps = base.needs.some(
    ({ options, missing }) =>
      missing.length > 0 || options.length === 0 || options.some((option) => option.missing.length > 0),
  );
  if (rows.length === 0) return null;
  return (
    <Card>
      <div className="px-5 pt-4 pb-2">
        <h3 className="font-semibold">What it costs</h3>
        <p className="text-[0.8125rem] text-ink-soft">
          The chosen design of each need. &ldquo;At least&rdquo; marks a price with parts that no price row
          covers.
        </p>
      </div>
      <Table caption="The chosen design of each need, with its cost">
        <thead>
          <tr>
            <HeadCell>Need</HeadCell>
            <HeadCell>Design</HeadCell>
            <HeadCell align="right">Monthly</HeadCell>
            <HeadCell align="right">Yearly</HeadCell>
            <HeadCell align="right">Once</HeadCell>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ need, option }) => (
            <Row key={need.id}>
              <Cell className="font-medium">{need.title}</Cell>
              <Cell className="min-w-48">
                <OptionTitle option={option} />
              </Cell>
              {[option.monthly, option.yearly, option.once].map((figure, column) => (
                <Cell key={columns[column]} align="right" className="whitespace-nowrap">
                  <Price option={option} figure={figure} view={view} />
                </Cell>
              ))}
            </Row>
          ))}
        </tbody>
      </Table>
      {together.length === 0 ? null : (
        <dl className="flex flex-wrap gap-x-8 gap-y-2 border-t border-line px-5 py-3.5">
          {together.map(({ id, withGaps }) => (
            <div key={id}>
              <dt className="text-xs text-ink-faint">{view.figure(id).label}</dt>
              <dd className="font-medium">
                {hasGaps && withGaps !== '' ? (
                  <span className="font-normal text-ink-faint">{withGaps} </span>
                ) : null}
                <FigureValue view={view.figure(id)} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}

const columns = ['monthly', 'yearly', 'once'];

/** Figures about all needs together, and what each is a bound of while parts of the sum have no price. */
const wholeFigures = [
  { id: 'whole.cheapest.monthly', withGaps: 'at least' },
  { id: 'whole.budget.monthly-usd', withGaps: '' },
  { id: 'whole.budget.headroom', withGaps: 'at most' },
];

function Decides({ view }: { view: ResultView }) {
  const { dissents, questions } = view.synthesis;
  const disputed = [...new Set(dissents.map(({ subject }) => subjectLabels[subject]))];
  return (
    <Brief icon={<Scale aria-hidden />} title="What decides it" empty="Nothing is open that would change it.">
      {[
        ...(disputed.length === 0
          ? []
          : [{ key: 'disputed', text: <>The specialists differ on {enumerate(disputed)}.</> }]),
        ...questions.slice(0, 2).map(({ answer, question }) => ({ key: answer, text: question })),
      ]}
    </Brief>
  );
}

function Gaps({ view }: { view: ResultView }) {
  const gaps = [...view.base.missing, ...view.base.needs.flatMap((need) => need.missing)];
  return (
    <Brief
      icon={<CircleHelp aria-hidden />}
      title="What is missing"
      empty="Nothing that would be known by now."
    >
      {gaps.slice(0, 4).map(({ what, because }) => ({ key: `${what} ${because}`, text: what }))}
    </Brief>
  );
}

function Asked({ view }: { view: ResultView }) {
  const { recommendations } = view.synthesis;
  const now = recommendations.filter(({ horizon }) => horizon === 'now');
  const asked = (now.length > 0 ? now : recommendations).slice(0, 3);
  return (
    <Brief icon={<Gavel aria-hidden />} title="The decision asked for" empty="None yet.">
      {asked.map(({ key, title }) => ({ key, text: <Say prose={title} view={view} /> }))}
    </Brief>
  );
}

function Brief({
  icon,
  title,
  empty,
  children,
}: {
  icon: ReactNode;
  title: string;
  empty: string;
  children: readonly { key: string; text: ReactNode }[];
}) {
  return (
    <Card className="px-5 py-4">
      <h3 className="flex items-center gap-2 font-semibold [&_svg]:size-4 [&_svg]:text-ink-faint">
        {icon}
        {title}
      </h3>
      {children.length === 0 ? (
        <p className="mt-2 text-sm text-ink-soft">{empty}</p>
      ) : (
        <ul className="mt-2 grid gap-2 text-sm text-ink-soft">
          {children.map(({ key, text }) => (
            <li key={key} className="break-words">
              {text}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
