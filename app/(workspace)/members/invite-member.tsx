'use client';

import { UserPlus } from 'lucide-react';
import { useActionState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { controlClass, Field, TextField } from '#components/ui/field.tsx';
import { untouchedForm } from '#components/ui/form-state.ts';
import { Notice } from '#components/ui/notice.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { roles } from '#lib/domain/access/actor.ts';
import { inviteMemberAction } from './actions.ts';
import { roleHints, roleLabels } from './role-labels.ts';

/** The button that opens the form of a new member. */
export function InviteMember() {
  const [state, action] = useActionState(inviteMemberAction, untouchedForm);
  const { invited, firstPassword } = state.values;
  return (
    <Dialog
      title="Add a member"
      description="Somebody new gets an account with a first password, which is shown here once."
      trigger={
        <Button look="primary">
          <UserPlus aria-hidden />
          Add member
        </Button>
      }
    >
      {invited === undefined ? null : (
        <Notice kind="good" title={`${invited} has a place now.`} live>
          {firstPassword === '' ? (
            'The account existed already; its password stays.'
          ) : (
            <>
              First password, shown only now: <code className="font-mono select-all">{firstPassword}</code>
            </>
          )}
        </Notice>
      )}
      <form action={action} className="grid gap-4" noValidate>
        {state.say === undefined ? null : (
          <Notice kind="bad" live>
            {state.say}
          </Notice>
        )}
        <TextField
          label="Name"
          name="name"
          autoComplete="off"
          defaultValue={state.values['name']}
          problem={state.problems['name']}
        />
        <TextField
          label="E-mail"
          name="email"
          type="email"
          autoComplete="off"
          defaultValue={state.values['email']}
          problem={state.problems['email']}
        />
        <Field
          label="Role"
          problem={state.problems['role']}
          hint={roles.map((role) => `${roleLabels[role]}: ${roleHints[role]}`).join(' ')}
        >
          {(ids) => (
            <select
              name="role"
              defaultValue={state.values['role'] ?? 'consultant'}
              className={controlClass}
              {...ids}
            >
              {roles.map((role) => (
                <option key={role} value={role}>
                  {roleLabels[role]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <SubmitButton className="justify-self-end">Add member</SubmitButton>
      </form>
    </Dialog>
  );
}
