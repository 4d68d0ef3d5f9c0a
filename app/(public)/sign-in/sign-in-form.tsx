'use client';

import { useRouter } from 'next/navigation';
import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { Notice } from '#components/ui/notice.tsx';

/** E-mail and password. What was typed stays when it is refused. */
export function SignInForm({ next }: { next: string }) {
  const router = useRouter();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function submit(form: FormData): Promise<void> {
    setBusy(true);
    setProblem(undefined);
    const answer = await signIn('credentials', {
      email: form.get('email'),
      password: form.get('password'),
      redirect: false,
    });
    if (answer?.ok === true) {
      router.push(next);
      router.refresh();
      return;
    }
    setBusy(false);
    setProblem(
      answer?.error === 'CredentialsSignin'
        ? 'E-mail and password do not belong together.'
        : (answer?.error ?? 'The server does not answer. Try again.'),
    );
  }

  return (
    // A form sent before its script has loaded must not write the password into the address, as GET would.
    <form
      method="post"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      {problem === undefined ? null : (
        <Notice kind="bad" live>
          {problem}
        </Notice>
      )}
      <TextField label="E-mail" name="email" type="email" autoComplete="username" required />
      <TextField label="Password" name="password" type="password" autoComplete="current-password" required />
      <Button type="submit" look="primary" disabled={busy} aria-busy={busy}>
        Sign in
      </Button>
    </form>
  );
}
