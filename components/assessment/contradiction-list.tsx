import Link from 'next/link';
import { Card, CardHeader } from '#components/ui/card.tsx';
import type { AnswerPath, Assessment } from '#lib/domain/assessment/assessment.ts';
import type { Contradiction } from '#lib/domain/assessment/contradictions.ts';
import { describeAnswer } from '#lib/domain/assessment/describe-answer.ts';
import { questionAt } from '#lib/domain/assessment/questions.ts';
import { AnswerText } from './answer-text.tsx';
import { placeOf } from './sections.ts';

type Props = { base: string; assessment: Assessment; contradictions: readonly Contradiction[] };

/** Answers that cannot both hold, each leading to its question. */
export function ContradictionList({ base, assessment, contradictions }: Props) {
  return (
    <Card>
      <CardHeader
        title="Contradictions"
        hint="Answers that cannot both hold. They do not stop an analysis."
      />
      <ul className="divide-y divide-line">
        {contradictions.map(({ paths: [first, second], reason }) => (
          <li key={`${first} ${second} ${reason}`} className="grid gap-1 px-5 py-3.5">
            <p className="text-sm font-medium">{reason}</p>
            <Place base={base} assessment={assessment} path={first} />
            {second === first ? null : <Place base={base} assessment={assessment} path={second} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Place({ base, assessment, path }: { base: string; assessment: Assessment; path: AnswerPath }) {
  const question = questionAt(assessment, path);
  if (question === undefined) return null;
  const { field, answer } = question;
  return (
    <p className="text-sm text-ink-soft">
      <Link
        href={`${base}${placeOf(path)}`}
        className="inline-block rounded py-0.5 text-accent underline underline-offset-2"
      >
        {field.label}
      </Link>
      {answer === undefined ? null : (
        <>
          {': '}
          <AnswerText path={path} reads={describeAnswer(field, answer)} />
        </>
      )}
    </p>
  );
}
