'use server';

import { revalidatePath } from 'next/cache';
import type { FormState } from '#components/ui/form-state.ts';
import { changePassword } from '#lib/auth/change-password.ts';
import { keepSession } from '#lib/http/keep-session.ts';
import { submitForm } from '#lib/http/submit-form.ts';
import { revokeOwnSession } from '#lib/usecases/organisation/revoke-own-session.ts';

/** Stores a new password and goes on in a new session; all others have ended. */
export async function changePasswordAction(_before: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ app, actor, values }) => {
    await keepSession(
      await changePassword(app, actor, { current: values['current'] ?? '', next: values['next'] ?? '' }),
    );
    revalidatePath('/account');
    return { problems: {}, values: { changed: 'yes' } };
  });
}

/** Ends one of the person's own sessions. */
export async function revokeSessionAction(_before: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ app, actor, values }) => {
    await revokeOwnSession(app, actor, { sessionId: values['sessionId'] ?? '' });
    revalidatePath('/account');
    return undefined;
  });
}
