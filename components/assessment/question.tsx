'use client';

import { type FocusEvent, type KeyboardEvent, useId } from 'react';
import { Badge } from '#components/ui/badge.tsx';
import { AnswerInputs } from './answer-inputs.tsx';
import { AnswerSource } from './answer-source.tsx';
import type { AskedQuestion } from './asked-question.ts';
import { Collision } from './collision.tsx';
import { EntryState } from './entry-state.tsx';
import { useAnswer } from './use-answer.ts';

/** One question of the intake with its inputs. A choice is saved at once, what is typed when the question is left. */
export function Question({ question, revision }: { question: AskedQuestion; revision: number }) {
  const { path, field } = question;
  const id = useId();
  const answer = useAnswer(question, revision);
  const problems = answer.entry?.problems ?? [];
  const describedBy = problems.length === 0 ? `${id}-help` : `${id}-help ${id}-problems`;
  return (
    <fieldset
      id={path}
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-help`}
      className="grid min-w-0 scroll-mt-32 gap-x-8 gap-y-2 px-5 py-4 target:bg-accent-soft/50 xl:grid-cols-[minmax(0,17rem)_minmax(0,1fr)]"
    >
      <div>
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <p id={`${id}-label`} className="text-sm font-medium">
            {field.label}
          </p>
          {field.weight === 3 ? <Badge>Weighs most</Badge> : null}
        </div>
        <p id={`${id}-help`} className="text-[0.8125rem] text-ink-faint">
          {field.help}
        </p>
      </div>
      <div
        role="presentation"
        onBlur={(event) => leavesGroup(event) && answer.leave()}
        onKeyDown={(event) => isSubmit(event) && answer.leave()}
        className="grid min-w-0 content-start gap-1.5"
      >
        <AnswerInputs
          field={field}
          answer={answer}
          described={{
            'aria-describedby': describedBy,
            ...(problems.length === 0 ? {} : { 'aria-invalid': true }),
          }}
        />
        <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <AnswerSource field={field} answer={answer} hasStored={question.answer !== undefined} />
          <EntryState question={question} revision={revision} entry={answer.entry} />
        </div>
        {problems.length === 0 ? null : (
          <div id={`${id}-problems`} role="alert" className="grid gap-0.5 text-[0.8125rem] text-bad">
            {problems.map((problem) => (
              <p key={problem}>{problem}</p>
            ))}
          </div>
        )}
        {answer.entry?.state === 'collided' ? <Collision question={question} answer={answer} /> : null}
      </div>
    </fieldset>
  );
}

function leavesGroup({ currentTarget, relatedTarget }: FocusEvent): boolean {
  return !(relatedTarget instanceof Node && currentTarget.contains(relatedTarget));
}

function isSubmit({ key, target }: KeyboardEvent): boolean {
  return key === 'Enter' && target instanceof HTMLInputElement;
}
