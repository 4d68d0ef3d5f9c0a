'use client';

import { Plus } from 'lucide-react';
import { useActionState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { TextField } from '#components/ui/field.tsx';
import { untouchedForm } from '#components/ui/form-state.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { createEngagementAction } from '../actions.ts';

/** The button that opens the form of a new engagement. */
export function CreateEngagement({ clientId }: { clientId: string }) {
  const [state, action] = useActionState(createEngagementAction, untouchedForm);
  return (
    <Dialog
      title="New engagement"
      description="One piece of work for this client."
      trigger={
        <Button look="primary">
          <Plus aria-hidden />
          New engagement
        </Button>
      }
    >
      <form action={action} className="grid gap-4" noValidate>
        <input type="hidden" name="clientId" value={clientId} />
        <TextField
          label="Title"
          name="title"
          autoComplete="off"
          defaultValue={state.values['title']}
          problem={state.problems['title'] ?? state.say}
        />
        <SubmitButton className="justify-self-end">Create engagement</SubmitButton>
      </form>
    </Dialog>
  );
}
