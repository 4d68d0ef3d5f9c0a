'use server';

import { redirect } from 'next/navigation';
import type { FormState } from '#components/ui/form-state.ts';
import { largestImportBytes, tooLargeToImport } from '#lib/domain/assessment/import-size.ts';
import { submitForm } from '#lib/http/submit-form.ts';
import { createAssessment } from '#lib/usecases/assessment/create-assessment.ts';
import { importAssessment } from '#lib/usecases/assessment/import-assessment.ts';

/** Creates an empty assessment and leads to its form. */
export async function createAssessmentAction(_before: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ app, actor, values }) => {
    const { id } = await createAssessment(app, actor, {
      engagementId: values['engagementId'] ?? '',
      title: values['title'] ?? '',
    });
    redirect(`/assessments/${id}`);
  });
}

/** Imports an assessment from the JSON file of the form, as it stands or not at all, and leads to it. */
export async function importAssessmentAction(_before: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ app, actor, values }) => {
    const file = form.get('file');
    if (!(file instanceof File) || file.size === 0)
      return { problems: { file: 'Choose a JSON file.' }, values };
    if (file.size > largestImportBytes) return { problems: { file: tooLargeToImport }, values };
    const { id } = await importAssessment(app, actor, {
      engagementId: values['engagementId'] ?? '',
      text: await file.text(),
    });
    redirect(`/assessments/${id}`);
  });
}
