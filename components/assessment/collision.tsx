'use client';

import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { AnswerText } from './answer-text.tsx';
import type { AskedQuestion } from './asked-question.ts';
import type { AnswerInProgress } from './use-answer.ts';

/** Two people answered one question: shows the stored answer beside the typed one, and lets the person decide. */
export function Collision({ question, answer }: { question: AskedQuestion; answer: AnswerInProgress }) {
  const { path, reads } = question;
  return (
    <Notice kind="caution" title="This question was answered by somebody else meanwhile" live>
      <p>
        Stored now: {reads === undefined ? 'no answer' : <AnswerText path={path} reads={reads} />}. What you
        typed stands above and is not saved.
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" onClick={answer.keepOwn}>
          Save mine instead
        </Button>
        <Button size="small" onClick={answer.takeStored}>
          Keep the stored one
        </Button>
      </div>
    </Notice>
  );
}
