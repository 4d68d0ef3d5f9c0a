'use server';

import { redirect } from 'next/navigation';
import type { FormState } from '#components/ui/form-state.ts';
import { submitForm } from '#lib/http/submit-form.ts';
import { createClient } from '#lib/usecases/client/create-client.ts';
import { createEngagement } from '#lib/usecases/engagement/create-engagement.ts';

/** Creates a client and leads to it. */
export async function createClientAction(_before: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ app, actor, values }) => {
    const { id } = await createClient(app, actor, { name: values['name'] ?? '' });
    redirect(`/clients/${id}`);
  });
}

/** Opens an engagement for the client named by the form, and leads to it. */
export async function createEngagementAction(_before: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ app, actor, values }) => {
    const { id } = await createEngagement(app, actor, {
      clientId: values['clientId'] ?? '',
      title: values['title'] ?? '',
    });
    redirect(`/engagements/${id}`);
  });
}
