'use client';

import { Pencil } from 'lucide-react';
import { useActionState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { TextField } from '#components/ui/field.tsx';
import { type FormState, untouchedForm } from '#components/ui/form-state.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { useDesk } from './desk-context.tsx';
import { formStateOf } from './form-outcome.ts';

type Props = { title: string; client: string | undefined };

/** Changes the title of the assessment and the name of the client in it. */
export function EditHeading({ title, client }: Props) {
  const desk = useDesk();
  const [state, action] = useActionState(async (_before: FormState, form: FormData): Promise<FormState> => {
    const values = { title: textOf(form, 'title'), client: textOf(form, 'client') };
    const outcome = await desk.perform({
      kind: 'heading',
      title: values.title,
      ...(values.client.trim() === '' ? {} : { client: values.client }),
    });
    return formStateOf(outcome, values, 'title');
  }, untouchedForm);
  return (
    <Dialog
      title="Title and client"
      description="As they stand on the report."
      trigger={
        <Button look="bare">
          <Pencil aria-hidden />
          Title and client
        </Button>
      }
    >
      <form action={action} noValidate className="grid gap-4">
        <TextField
          label="Title"
          name="title"
          autoComplete="off"
          defaultValue={state.values['title'] ?? title}
          problem={state.problems['title']}
        />
        <TextField
          label="Client"
          name="client"
          hint="May stay empty."
          autoComplete="off"
          defaultValue={state.values['client'] ?? client}
        />
        <SubmitButton className="justify-self-end">Save</SubmitButton>
      </form>
    </Dialog>
  );
}

function textOf(form: FormData, name: string): string {
  const given = form.get(name);
  return typeof given === 'string' ? given : '';
}
