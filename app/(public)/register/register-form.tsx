'use client';

import { useActionState } from 'react';
import { TextField } from '#components/ui/field.tsx';
import { untouchedForm } from '#components/ui/form-state.ts';
import { Notice } from '#components/ui/notice.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { registerAction } from './actions.ts';

export function RegisterForm() {
  const [state, action] = useActionState(registerAction, untouchedForm);
  return (
    <form action={action} className="grid gap-4" noValidate>
      {state.say === undefined ? null : (
        <Notice kind="bad" live>
          {state.say}
        </Notice>
      )}
      <TextField
        label="Consultancy"
        name="organisationName"
        autoComplete="organization"
        defaultValue={state.values['organisationName']}
        problem={state.problems['organisationName']}
      />
      <TextField
        label="Your name"
        name="name"
        autoComplete="name"
        defaultValue={state.values['name']}
        problem={state.problems['name']}
      />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={state.values['email']}
        problem={state.problems['email']}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        hint="At least 12 characters. A few unrelated words are good and easy to remember."
        problem={state.problems['password']}
      />
      <SubmitButton>Register</SubmitButton>
    </form>
  );
}
