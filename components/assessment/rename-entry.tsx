'use client';

import { useActionState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { TextField } from '#components/ui/field.tsx';
import { type FormState, untouchedForm } from '#components/ui/form-state.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { Collection } from '#lib/domain/assessment/questions.ts';
import { useDesk } from './desk-context.tsx';
import { formStateOf } from './form-outcome.ts';

type Props = { collection: Collection; id: string; name: string };

/** Gives a workload, commitment or group of hardware another name. What cites it still does. */
export function RenameEntry({ collection, id, name }: Props) {
  const desk = useDesk();
  const [state, action] = useActionState(async (_before: FormState, form: FormData): Promise<FormState> => {
    const typed = form.get('name');
    const next = typeof typed === 'string' ? typed : '';
    const outcome = await desk.perform({ kind: 'rename', collection, id, name: next });
    return formStateOf(outcome, { name: next }, 'name');
  }, untouchedForm);
  return (
    <Dialog
      title="Rename"
      description="Its answers stay, and everything that cites it."
      trigger={<Button size="small">Rename</Button>}
    >
      <form action={action} noValidate className="grid gap-4">
        <TextField
          label="Name"
          name="name"
          autoComplete="off"
          defaultValue={state.values['name'] ?? name}
          problem={state.problems['name']}
        />
        <SubmitButton className="justify-self-end">Rename</SubmitButton>
      </form>
    </Dialog>
  );
}
