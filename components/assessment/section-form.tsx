'use client';

import { useEffect } from 'react';
import { Card } from '#components/ui/card.tsx';
import type { AskedGroup } from './asked-question.ts';
import { useDesk, useLoadNewer } from './desk-context.tsx';
import { Question } from './question.tsx';

/** The questions of one page of the form, with what is stored at `revision`. */
export function SectionForm({ groups, revision }: { groups: readonly AskedGroup[]; revision: number }) {
  const desk = useDesk();
  const loadNewer = useLoadNewer();
  useEffect(() => {
    if (revision > desk.revision()) loadNewer();
  }, [desk, loadNewer, revision]);
  return (
    <div className="grid gap-6">
      {groups.map(({ title, questions }) => (
        <section key={title ?? ''} aria-label={title}>
          {title === undefined ? null : <h3 className="mb-2 text-sm font-semibold">{title}</h3>}
          <Card className="divide-y divide-line overflow-hidden">
            {questions.map((question) => (
              <Question key={question.path} question={question} revision={revision} />
            ))}
          </Card>
        </section>
      ))}
    </div>
  );
}
