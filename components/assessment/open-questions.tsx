import { CircleCheck } from 'lucide-react';
import { Badge } from '#components/ui/badge.tsx';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { Empty } from '#components/ui/empty.tsx';
import { InterfaceNumber } from '#components/ui/interface-number.tsx';
import { LinkRow, RowList } from '#components/ui/row-list.tsx';
import type { AnswerPath, Assessment } from '#lib/domain/assessment/assessment.ts';
import type { Completeness } from '#lib/domain/assessment/completeness.ts';
import { engagementSections } from '#lib/domain/assessment/fields/engagement.ts';
import { questionnairesOf } from '#lib/domain/assessment/questions.ts';
import { placeOf } from './sections.ts';

type Props = { base: string; assessment: Assessment; done: Completeness };

const mostShown = 8;

/** The questions not asked yet that weigh most, each leading to its place in the form. */
export function OpenQuestions({ base, assessment, done: { open } }: Props) {
  return (
    <Card>
      <CardHeader
        title="Ask next"
        hint={
          open.length > mostShown ? (
            <>
              The weightiest of <InterfaceNumber value={open.length} /> open questions.
            </>
          ) : (
            'The weightiest open questions first.'
          )
        }
      />
      {open.length === 0 ? (
        <Empty icon={CircleCheck} title="Nothing is open">
          Every question has been dealt with.
        </Empty>
      ) : (
        <RowList label="Open questions">
          {open.slice(0, mostShown).map(({ path, label, weight }) => (
            <LinkRow
              key={path}
              href={`${base}${placeOf(path)}`}
              title={label}
              detail={sectionTitle(assessment, path)}
              facts={weight >= 3 ? <Badge>Weighs most</Badge> : undefined}
            />
          ))}
        </RowList>
      )}
    </Card>
  );
}

function sectionTitle(assessment: Assessment, path: AnswerPath): string | undefined {
  const [place, fieldId = ''] = path.split('.');
  if (place === 'answers')
    return engagementSections.find(({ fields }) => Object.hasOwn(fields, fieldId))?.title;
  return questionnairesOf(assessment).find((questionnaire) => path.startsWith(`${questionnaire.path}.`))
    ?.title;
}
