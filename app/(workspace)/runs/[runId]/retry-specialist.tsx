'use client';

import { RotateCw } from 'lucide-react';
import { useActionState } from 'react';
import { untouchedForm } from '#components/ui/form-state.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { type SpecialistName, specialistNames } from '#lib/domain/run/specialist-name.ts';
import { retrySpecialistAction } from './actions.ts';

/** Runs one specialist again; a refusal stands beside the button. */
export function RetrySpecialist({ runId, specialist }: { runId: string; specialist: SpecialistName }) {
  const [state, action] = useActionState(retrySpecialistAction, untouchedForm);
  return (
    <form action={action} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="runId" value={runId} />
      <input type="hidden" name="specialist" value={specialist} />
      <SubmitButton look="quiet" size="small">
        <RotateCw aria-hidden />
        Run {specialistNames[specialist]} again
      </SubmitButton>
      {state.say === undefined ? null : (
        <p role="alert" className="text-[0.8125rem] text-bad">
          {state.say}
        </p>
      )}
    </form>
  );
}
