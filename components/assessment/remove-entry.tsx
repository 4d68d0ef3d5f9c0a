'use client';

import { useRouter } from 'next/navigation';
import { useActionState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { type FormState, untouchedForm } from '#components/ui/form-state.ts';
import { Notice } from '#components/ui/notice.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { Collection } from '#lib/domain/assessment/questions.ts';
import { useDesk } from './desk-context.tsx';
import { formStateOf } from './form-outcome.ts';

type Props = { collection: Collection; id: string; name: string; listHref: string };

/** Takes a workload, commitment or group of hardware out of the assessment, once the person has confirmed it. */
export function RemoveEntry({ collection, id, name, listHref }: Props) {
  const desk = useDesk();
  const router = useRouter();
  const [state, action] = useActionState(async (): Promise<FormState> => {
    const outcome = await desk.perform({ kind: 'remove', collection, id });
    if (outcome.kind === 'saved') {
      desk.forget(`${collection}.${id}.`);
      router.replace(listHref);
    }
    return formStateOf(outcome, {}, 'entry');
  }, untouchedForm);
  return (
    <Dialog
      title={`Remove ${name}?`}
      description="Its answers go with it. Versions that were analysed keep them."
      trigger={
        <Button size="small" look="danger">
          Remove
        </Button>
      }
    >
      <form action={action} className="grid gap-4">
        {state.problems['entry'] === undefined ? null : (
          <Notice kind="bad" live>
            {state.problems['entry']}
          </Notice>
        )}
        <SubmitButton className="justify-self-end">Remove it and its answers</SubmitButton>
      </form>
    </Dialog>
  );
}
