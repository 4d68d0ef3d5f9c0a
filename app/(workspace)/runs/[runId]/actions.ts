'use server';

import { revalidatePath } from 'next/cache';
import type { FormState } from '#components/ui/form-state.ts';
import { submitForm } from '#lib/http/submit-form.ts';
import { specialistNames, type SpecialistName } from '#lib/domain/run/specialist-name.ts';
import { cancelRun } from '#lib/usecases/run/cancel-run.ts';
import { retrySpecialist } from '#lib/usecases/run/retry-specialist.ts';

/** Stops the run of the form. */
export async function cancelRunAction(_before: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ app, actor, values }) => {
    const { id } = await cancelRun(app, actor, { runId: values['runId'] ?? '' });
    revalidatePath(`/runs/${id}`);
    return undefined;
  });
}

/** Runs one failed specialist of the run again. */
export async function retrySpecialistAction(_before: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ app, actor, values }) => {
    const specialist = values['specialist'] ?? '';
    if (!isSpecialist(specialist)) return { problems: {}, say: 'There is no such specialist.', values };
    const { id } = await retrySpecialist(app, actor, { runId: values['runId'] ?? '', specialist });
    revalidatePath(`/runs/${id}`);
    return undefined;
  });
}

function isSpecialist(name: string): name is SpecialistName {
  return Object.hasOwn(specialistNames, name);
}
