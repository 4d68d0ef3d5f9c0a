'use client';

import { Play } from 'lucide-react';
import { useActionState } from 'react';
import { type FormState, untouchedForm } from '#components/ui/form-state.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { useDeskStatus } from './desk-context.tsx';

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  assessmentId: string;
  /** Made with the page, so that a double click asks for the same run. */
  requestKey: string;
  hasWorkload: boolean;
};

/** Starts the analysis of the answers as they are saved, and says what it would miss. */
export function StartAnalysis({ action, assessmentId, requestKey, hasWorkload }: Props) {
  const [state, start] = useActionState(action, untouchedForm);
  const { unsaved, saving } = useDeskStatus();
  const problem = state.say ?? Object.values(state.problems)[0];
  const isSaved = unsaved === 0 && !saving;
  const hint = isSaved
    ? hasWorkload
      ? undefined
      : 'There is no workload yet, so there would be nothing to size or to price.'
    : 'Not everything that was typed is saved; an analysis would not see it.';
  return (
    <form action={start} className="grid gap-1">
      <input type="hidden" name="assessmentId" value={assessmentId} />
      <input type="hidden" name="requestKey" value={requestKey} />
      <SubmitButton disabled={saving} aria-describedby="start-analysis-hint">
        <Play aria-hidden />
        Start analysis
      </SubmitButton>
      <p id="start-analysis-hint" className="max-w-72 text-[0.8125rem] text-ink-faint empty:hidden">
        {hint}
      </p>
      {problem === undefined ? null : (
        <p role="alert" className="max-w-72 text-[0.8125rem] text-bad">
          {problem}
        </p>
      )}
    </form>
  );
}
