'use client';

import { Plus } from 'lucide-react';
import { useActionState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TextField } from './field.tsx';
import { type FormState, untouchedForm } from './form-state.ts';
import { SubmitButton } from './submit-button.tsx';

type Props = {
  /** What is created: `client`, `engagement`. */
  noun: string;
  description: string;
  /** The one thing that is asked, and the name under which it is sent. */
  field: { label: string; name: string };
  /** Where it belongs, sent along. */
  within?: { name: string; value: string };
  action: (before: FormState, form: FormData) => Promise<FormState>;
};

/** The button that opens the short form of something new that needs a name and no more. */
export function CreateDialog({ noun, description, field, within, action }: Props) {
  const [state, submit] = useActionState(action, untouchedForm);
  return (
    <Dialog
      title={`New ${noun}`}
      description={description}
      trigger={
        <Button look="primary">
          <Plus aria-hidden />
          New {noun}
        </Button>
      }
    >
      <form action={submit} className="grid gap-4" noValidate>
        {within === undefined ? null : <input type="hidden" {...within} />}
        <TextField
          {...field}
          autoComplete="off"
          defaultValue={state.values[field.name]}
          problem={state.problems[field.name] ?? state.say}
        />
        <SubmitButton className="justify-self-end">Create {noun}</SubmitButton>
      </form>
    </Dialog>
  );
}
