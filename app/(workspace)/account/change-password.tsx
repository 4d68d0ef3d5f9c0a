'use client';

import { useActionState } from 'react';
import { TextField } from '#components/ui/field.tsx';
import { untouchedForm } from '#components/ui/form-state.ts';
import { Notice } from '#components/ui/notice.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { changePasswordAction } from './actions.ts';

export function ChangePassword() {
  const [state, action] = useActionState(changePasswordAction, untouchedForm);
  return (
    <form action={action} className="grid gap-4" noValidate>
      {state.values['changed'] === undefined ? null : (
        <Notice kind="good" live>
          The password is changed, and all other sessions have ended.
        </Notice>
      )}
      <TextField
        label="Present password"
        name="current"
        type="password"
        autoComplete="current-password"
        problem={state.problems['current']}
      />
      <TextField
        label="New password"
        name="next"
        type="password"
        autoComplete="new-password"
        hint="At least 12 characters."
        problem={state.problems['next']}
      />
      <SubmitButton className="justify-self-start">Change password</SubmitButton>
    </form>
  );
}
