import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { Cell, HeadCell, Row, Table } from '#components/ui/table.tsx';
import type { Missing } from '#lib/domain/options/option.ts';
import { specialistNames } from '#lib/domain/run/specialist-name.ts';
import { MissingList } from './missing-list.tsx';
import { ResultSection } from './result-section.tsx';
import { questionOfPath, type ResultView } from './result-view.ts';
import { Say } from './say.tsx';

/** What only the client can settle, and why it matters. */
export function Questions({ view }: { view: ResultView }) {
  const { questions } = view.synthesis;
  return (
    <ResultSection id="questions" title="Questions for the client">
      <Card>
        {questions.length === 0 ? (
          <p className="px-5 py-4 text-ink-soft">No specialist needs to know more.</p>
        ) : (
          <>
            <Table caption="Questions with why they matter and who asks">
              <thead>
                <tr>
                  <HeadCell>Question</HeadCell>
                  <HeadCell>Why it matters</HeadCell>
                  <HeadCell>Asked by</HeadCell>
                </tr>
              </thead>
              <tbody>
                {questions.map(({ answer, question, because, specialist }) => (
                  <Row key={answer}>
                    <Cell className="min-w-56">
                      {question}
                      <span className="block text-[0.8125rem] text-ink-faint">
                        {questionOfPath(view, answer)}
                      </span>
                    </Cell>
                    <Cell className="min-w-56 text-ink-soft">
                      <Say prose={because} view={view} />
                    </Cell>
                    <Cell className="whitespace-nowrap text-ink-soft">{specialistNames[specialist]}</Cell>
                  </Row>
                ))}
              </tbody>
            </Table>
            <div className="border-t border-line p-3">
              <Button asChild size="small">
                <Link href={`/assessments/${view.assessmentId}`}>Answer in the assessment</Link>
              </Button>
            </div>
          </>
        )}
      </Card>
    </ResultSection>
  );
}

/** What could not be priced, sized or judged, by place; what several designs lack is told once. */
export function WhatIsMissing({ view }: { view: ResultView }) {
  const places = [
    { title: 'The whole engagement', gaps: view.base.missing },
    ...view.base.needs.map((need) => ({
      title: need.title,
      gaps: [...need.missing, ...need.options.flatMap((option) => option.missing)],
    })),
  ].filter(({ gaps }) => gaps.length > 0);
  return (
    <ResultSection
      id="missing"
      title="What is missing"
      lead="What is named here is in no sum. It is unknown, which is not zero."
    >
      {places.length === 0 ? (
        <Card className="px-5 py-4 text-ink-soft">Nothing.</Card>
      ) : (
        places.map(({ title, gaps }) => (
          <Card key={title} className="px-5 py-4">
            <h3 className="mb-2 font-semibold">{title}</h3>
            <MissingList gaps={distinct(gaps)} view={view} />
          </Card>
        ))
      )}
    </ResultSection>
  );
}

function distinct(gaps: readonly Missing[]): Missing[] {
  return [...new Map(gaps.map((gap) => [`${gap.what} ${gap.because}`, gap])).values()];
}
