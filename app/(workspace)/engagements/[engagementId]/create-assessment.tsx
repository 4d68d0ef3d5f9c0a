'use client';

import { Plus } from 'lucide-react';
import { useActionState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { TextField } from '#components/ui/field.tsx';
import { untouchedForm } from '#components/ui/form-state.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { createAssessmentAction } from './actions.ts';

/** The button that opens the form of an empty assessment. */
export function CreateAssessment({ engagementId }: { engagementId: string }) {
  const [state, action] = useActionState(createAssessmentAction, untouchedForm);
  return (
    <Dialog
      title="New assessment"
      description="Only a title is needed. What the client has not said stays open."
      trigger={
        <Button look="primary">
          <Plus aria-hidden />
          New assessment
        </Button>
      }
    >
      <form action={action} className="grid gap-4" noValidate>
        <input type="hidden" name="engagementId" value={engagementId} />
        <TextField
          label="Title"
          name="title"
          autoComplete="off"
          defaultValue={state.values['title']}
          problem={state.problems['title'] ?? state.say}
        />
        <SubmitButton className="justify-self-end">Create assessment</SubmitButton>
      </form>
    </Dialog>
  );
}
