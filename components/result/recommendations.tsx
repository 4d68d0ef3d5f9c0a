import { Badge } from '#components/ui/badge.tsx';
import { Card } from '#components/ui/card.tsx';
import { InterfaceNumber } from '#components/ui/interface-number.tsx';
import type { Prose } from '#lib/domain/gate/prose.ts';
import {
  categories,
  horizons,
  type Level,
  type Recommendation,
} from '#lib/domain/recommendation/recommendation.ts';
import { enumerate } from '#lib/domain/report/wording.ts';
import { specialistNames } from '#lib/domain/run/specialist-name.ts';
import { recommendationAnchor } from './anchors.ts';
import { CountedWords } from './counted-words.tsx';
import { Disclosure } from './disclosure.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { Grade } from './grade.tsx';
import { ResultSection } from './result-section.tsx';
import { type ResultView, titleOfNeed } from './result-view.ts';
import { Say } from './say.tsx';
import { ScoreTable } from './score-table.tsx';

/** Every recommendation by rank. */
export function Recommendations({ view }: { view: ResultView }) {
  const { recommendations } = view.synthesis;
  return (
    <ResultSection
      id="recommendations"
      title="Recommendations"
      lead="In the order of a weighted score that each one explains."
    >
      {recommendations.length === 0 ? (
        <Card className="px-5 py-4 text-ink-soft">No specialist recommends anything yet.</Card>
      ) : (
        recommendations.map((recommendation) => (
          <RecommendationCard key={recommendation.key} recommendation={recommendation} view={view} />
        ))
      )}
    </ResultSection>
  );
}

function RecommendationCard({ recommendation, view }: { recommendation: Recommendation; view: ResultView }) {
  const { rank, category, horizon, need, specialists, confidence } = recommendation;
  return (
    <Card id={recommendationAnchor(recommendation)} className="scroll-mt-28 px-5 py-4 lg:scroll-mt-6">
      <div className="flex gap-3.5">
        <span className="mt-0.5 grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft text-sm font-semibold text-accent">
          <InterfaceNumber value={rank} />
        </span>
        <div className="min-w-0 flex-1">
          <h3 className="text-base font-semibold break-words">
            <Say prose={recommendation.title} view={view} />
          </h3>
          <div className="mt-1.5 flex flex-wrap items-center gap-1.5">
            <Badge tone="accent">{horizons[horizon]}</Badge>
            <Badge>{categories[category]}</Badge>
            <Grade of="Evidence" value={confidence.value} />
            <span className="text-[0.8125rem] text-ink-faint">
              {titleOfNeed(view, need)} · proposed by{' '}
              {enumerate(specialists.map((name) => specialistNames[name]))}
            </span>
          </div>
          <p className="mt-2.5 max-w-prose text-ink-soft">
            <Say prose={recommendation.summary} view={view} />
          </p>
          <dl className="mt-3 grid gap-3 sm:grid-cols-3">
            <Judged term="Benefit" judged={recommendation.benefit} view={view} />
            <Judged term="Effort" judged={recommendation.effort} view={view} />
            <Judged term="Risk" judged={recommendation.risk} view={view} />
          </dl>
          <div className="mt-3 border-t border-line pt-2">
            <Items title="Steps" items={recommendation.steps} view={view} ordered />
            <Items title="Needed first" items={recommendation.prerequisites} view={view} />
            <Items title="What can go wrong" items={recommendation.risks} view={view} />
            <Disclosure summary="How it came to its rank">
              <ScoreTable recommendation={recommendation} view={view} />
            </Disclosure>
            <Disclosure summary="What it rests on">
              <p className="mb-2 text-[0.8125rem] text-ink-soft">
                <CountedWords text={`${confidence.because.join('; ')}.`} />
              </p>
              <EvidenceList evidence={recommendation.evidence} view={view} />
            </Disclosure>
          </div>
        </div>
      </div>
    </Card>
  );
}

const levelWords: Readonly<Record<Level, string>> = { low: 'Low', medium: 'Medium', high: 'High' };

function Judged({
  term,
  judged,
  view,
}: {
  term: string;
  judged: { level: Level; because: Prose };
  view: ResultView;
}) {
  return (
    <div>
      <dt className="text-xs text-ink-faint">{term}</dt>
      <dd>
        <span className="text-sm font-medium">{levelWords[judged.level]}</span>
        <span className="block text-[0.8125rem] text-ink-soft">
          <Say prose={judged.because} view={view} />
        </span>
      </dd>
    </div>
  );
}

function Items({
  title,
  items,
  view,
  ordered = false,
}: {
  title: string;
  items: readonly Prose[];
  view: ResultView;
  ordered?: boolean;
}) {
  if (items.length === 0) return null;
  const List = ordered ? 'ol' : 'ul';
  return (
    <Disclosure
      summary={
        <>
          {title}{' '}
          <span className="font-normal text-ink-faint">
            <InterfaceNumber value={items.length} />
          </span>
        </>
      }
    >
      <List className={`grid max-w-prose gap-1.5 pl-4 text-sm ${ordered ? 'list-decimal' : 'list-disc'}`}>
        {items.map((item) => (
          <li key={item}>
            <Say prose={item} view={view} />
          </li>
        ))}
      </List>
    </Disclosure>
  );
}
