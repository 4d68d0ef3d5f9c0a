import { Card } from '#components/ui/card.tsx';
import type { Claim, Dissent } from '#lib/domain/claims/claim.ts';
import { positionWords } from '#lib/domain/claims/position-words.ts';
import { subjectLabels } from '#lib/domain/report/subject-labels.ts';
import { specialistNames } from '#lib/domain/run/specialist-name.ts';
import { Disclosure } from './disclosure.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { Grade } from './grade.tsx';
import { ResultSection } from './result-section.tsx';
import { type ResultView, titleOfNeed } from './result-view.ts';
import { Say } from './say.tsx';

/** Where specialists take different positions: all sides, each with what it rests on. */
export function Disagreements({ view }: { view: ResultView }) {
  const { dissents } = view.synthesis;
  return (
    <ResultSection
      id="disagreements"
      title="Where they disagree"
      lead="Different positions are kept side by side and never averaged."
    >
      {dissents.length === 0 ? (
        <Card className="px-5 py-4 text-ink-soft">On nothing in this analysis.</Card>
      ) : (
        dissents.map((dissent) => (
          <DissentCard key={`${dissent.subject} ${dissent.need}`} dissent={dissent} view={view} />
        ))
      )}
    </ResultSection>
  );
}

function DissentCard({ dissent, view }: { dissent: Dissent; view: ResultView }) {
  const claims = view.synthesis.claims.filter(({ id }) => dissent.claims.includes(id));
  return (
    <Card className="overflow-hidden">
      <div className="px-5 pt-4 pb-3">
        <h3 className="font-semibold">
          {subjectLabels[dissent.subject].replace(/^./u, (first) => first.toUpperCase())}
        </h3>
        <p className="text-[0.8125rem] text-ink-faint">{titleOfNeed(view, dissent.need)}</p>
      </div>
      <ul className="grid gap-px border-t border-line bg-line md:grid-cols-2">
        {claims.map((claim) => (
          <Side key={claim.id} claim={claim} view={view} />
        ))}
      </ul>
    </Card>
  );
}

function Side({ claim, view }: { claim: Claim; view: ResultView }) {
  return (
    <li className="bg-surface px-5 py-4">
      <div className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{positionWords(claim)}</span>
        <Grade of="Evidence" value={claim.confidence.value} />
      </div>
      <p className="text-[0.8125rem] text-ink-faint">{specialistNames[claim.specialist]}</p>
      <p className="mt-1.5 text-sm text-ink-soft">
        <Say prose={claim.statement} view={view} />
      </p>
      <Disclosure summary="What it rests on" className="mt-1">
        <EvidenceList evidence={claim.evidence} view={view} />
      </Disclosure>
    </li>
  );
}
