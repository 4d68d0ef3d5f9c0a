'use client';

import { Plus } from 'lucide-react';
import { useActionState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { TextField } from '#components/ui/field.tsx';
import { untouchedForm } from '#components/ui/form-state.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { createClientAction } from './actions.ts';

/** The button that opens the form of a new client. */
export function CreateClient() {
  const [state, action] = useActionState(createClientAction, untouchedForm);
  return (
    <Dialog
      title="New client"
      description="The organisation that you advise. Its name appears on the report."
      trigger={
        <Button look="primary">
          <Plus aria-hidden />
          New client
        </Button>
      }
    >
      <form action={action} className="grid gap-4" noValidate>
        <TextField
          label="Name"
          name="name"
          autoComplete="off"
          defaultValue={state.values['name']}
          problem={state.problems['name'] ?? state.say}
        />
        <SubmitButton className="justify-self-end">Create client</SubmitButton>
      </form>
    </Dialog>
  );
}
