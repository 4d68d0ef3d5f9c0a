'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import type { EditOutcome } from '#components/assessment/edit-queue.ts';
import type { FormState } from '#components/ui/form-state.ts';
import { getComposition } from '#lib/composition.ts';
import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import type { AssessmentEdit } from '#lib/domain/assessment/edit-assessment.ts';
import { AppError } from '#lib/errors.ts';
import { requireActor } from '#lib/http/current-actor.ts';
import { submitForm } from '#lib/http/submit-form.ts';
import { changeAssessment } from '#lib/usecases/assessment/change-assessment.ts';
import { startRun } from '#lib/usecases/run/start-run.ts';

/** Makes one edit at the revision that the person saw, and tells what became of it. Faults of the server pass through. */
export async function changeAssessmentAction(
  assessmentId: string,
  revision: number,
  edit: AssessmentEdit,
): Promise<EditOutcome> {
  try {
    const actor = await requireActor();
    const { app } = await getComposition();
    const saved = await changeAssessment(app, actor, { assessmentId, revision, edit });
    revalidatePath(`/assessments/${saved.id}`, 'layout');
    const added = addedBy(edit, saved.body);
    return { kind: 'saved', revision: saved.revision, ...(added === undefined ? {} : { added }) };
  } catch (error) {
    return outcomeOf(error);
  }
}

/** Starts the analysis of the newest answers and leads to it. The key of the page makes a double click one run. */
export async function startRunAction(_before: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ app, actor, values }) => {
    const run = await startRun(app, actor, {
      assessmentId: values['assessmentId'] ?? '',
      requestKey: values['requestKey'] ?? '',
    });
    revalidatePath(`/assessments/${run.assessmentId}`, 'layout');
    redirect(`/runs/${run.id}`);
  });
}

function outcomeOf(error: unknown): EditOutcome {
  if (!(error instanceof AppError) || error.status >= 500) throw error;
  if (error.code === 'conflict') return { kind: 'conflict' };
  if (error.code === 'invalid-input') return { kind: 'refused', problems: error.problems };
  return { kind: 'not-saved', say: error.say, signIn: error.code === 'not-signed-in' };
}

/** The id of the entry that an edit has added; undefined when it adds none. */
function addedBy({ kind }: AssessmentEdit, after: Assessment): string | undefined {
  switch (kind) {
    case 'add-workload':
      return after.workloads.at(-1)?.id;
    case 'add-commitment':
      return after.commitments.at(-1)?.id;
    case 'add-hardware':
      return after.hardware.at(-1)?.id;
    default:
      return undefined;
  }
}
