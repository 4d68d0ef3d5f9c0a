'use client';

import { Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useActionState } from 'react';
import { Card, CardHeader } from '#components/ui/card.tsx';
import { Field, TextField } from '#components/ui/field.tsx';
import { type FormState, untouchedForm } from '#components/ui/form-state.ts';
import { Select } from '#components/ui/select.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import type { AssessmentEdit } from '#lib/domain/assessment/edit-assessment.ts';
import type { WorkloadKind } from '#lib/domain/assessment/assessment.ts';
import type { Collection } from '#lib/domain/assessment/questions.ts';
import { useDesk } from './desk-context.tsx';
import { formStateOf } from './form-outcome.ts';

/** A kind of workload and what people call it. */
export type KindOption = readonly [kind: WorkloadKind, label: string];

type Props = { base: string; collection: Collection; kinds: readonly KindOption[] };

/** Adds a workload, a commitment or a group of hardware, and leads to its questions. */
export function AddEntry({ base, collection, kinds }: Props) {
  const desk = useDesk();
  const router = useRouter();
  const [state, action] = useActionState(async (_before: FormState, form: FormData): Promise<FormState> => {
    const name = textOf(form, 'name');
    const kind = textOf(form, 'kind');
    const edit = additionTo(collection, name, kinds.find(([one]) => one === kind)?.[0]);
    if (edit === undefined)
      return { problems: { kind: 'Choose what kind of workload it is.' }, values: { name, kind } };
    const outcome = await desk.perform(edit);
    if (outcome.kind === 'saved' && outcome.added !== undefined)
      router.push(`${base}/${collection}/${outcome.added}`);
    return formStateOf(outcome, { name, kind }, 'name');
  }, untouchedForm);
  return (
    <Card>
      <CardHeader title={additionTitles[collection]} />
      <form action={action} noValidate className="grid gap-4 p-5 sm:grid-cols-2">
        <TextField
          label="Name"
          name="name"
          hint={nameHints[collection]}
          autoComplete="off"
          defaultValue={state.values['name']}
          problem={state.problems['name'] ?? state.say}
        />
        {collection === 'workloads' ? (
          <Field
            label="Kind"
            hint="Decides what is asked about it. It cannot be changed later."
            problem={state.problems['kind']}
          >
            {(ids) => (
              <Select
                key={state.values['kind']}
                name="kind"
                placeholder="Choose"
                options={kinds}
                defaultValue={state.values['kind']}
                {...ids}
              />
            )}
          </Field>
        ) : null}
        <SubmitButton className="justify-self-start sm:col-span-2">
          <Plus aria-hidden />
          Add
        </SubmitButton>
      </form>
    </Card>
  );
}

function additionTo(
  collection: Collection,
  name: string,
  kind: WorkloadKind | undefined,
): AssessmentEdit | undefined {
  if (collection === 'commitments') return { kind: 'add-commitment', name };
  if (collection === 'hardware') return { kind: 'add-hardware', name };
  return kind === undefined ? undefined : { kind: 'add-workload', name, workload: kind };
}

function textOf(form: FormData, name: string): string {
  const given = form.get(name);
  return typeof given === 'string' ? given : '';
}

const additionTitles: Readonly<Record<Collection, string>> = {
  workloads: 'Add a workload',
  commitments: 'Add a commitment',
  hardware: 'Add a group of hardware',
};

const nameHints: Readonly<Record<Collection, string>> = {
  workloads: 'What the client calls it.',
  commitments: 'The contract as the client calls it.',
  hardware: 'Machines of one kind, for example the servers of one order.',
};
