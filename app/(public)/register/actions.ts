'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { FormState } from '#components/ui/form-state.ts';
import { addressOf } from '#lib/auth/options.ts';
import { register } from '#lib/auth/register.ts';
import { keepSession } from '#lib/http/keep-session.ts';
import { getComposition } from '#lib/composition.ts';
import { refusalOf, textsOf } from '#lib/http/submit-form.ts';

/** Creates the organisation and its owner, signs the owner in and leads home. */
export async function registerAction(_before: FormState, form: FormData): Promise<FormState> {
  const { app } = await getComposition();
  const values = textsOf(form);
  const { organisationName = '', name = '', email = '', password = '' } = values;
  try {
    const address = addressOf(Object.fromEntries(await headers()));
    await keepSession(await register(app, { organisationName, name, email, password }, address));
  } catch (error) {
    return refusalOf(error, values);
  }
  redirect('/');
}
