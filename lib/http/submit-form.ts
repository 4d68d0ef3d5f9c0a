import 'server-only';
import type { FormState } from '#components/ui/form-state.ts';
import { requireActor } from '#lib/http/current-actor.ts';
import type { SignedIn } from '#lib/auth/session.ts';
import { getComposition } from '#lib/composition.ts';
import { AppError } from '#lib/errors.ts';
import type { App } from '#lib/usecases/app.ts';

type Submission = { app: App; actor: SignedIn; values: Readonly<Record<string, string>> };

/**
 * Does what a form asks, as the signed-in person. A refusal becomes the form's state, with what was typed, and so does what
 * another attempt may mend; anything else (a redirect, a fault) passes through.
 */
export async function submitForm(
  form: FormData,
  work: (submission: Submission) => Promise<FormState | undefined>,
): Promise<FormState> {
  const values = textsOf(form);
  try {
    const actor = await requireActor();
    const { app } = await getComposition();
    return (await work({ app, actor, values })) ?? { problems: {}, values: {} };
  } catch (error) {
    return refusalOf(error, values);
  }
}

/**
 * The form's state after a refusal, or after an error that another attempt may mend; throws anything else. Passwords are not
 * sent back.
 */
export function refusalOf(error: unknown, values: Readonly<Record<string, string>>): FormState {
  if (!(error instanceof AppError)) throw error;
  if (error.status >= 500) {
    if (!error.transient) throw error;
    console.error(error);
  }
  const problems = Object.fromEntries(error.problems.map(({ field, reason }) => [field, reason]));
  const kept = Object.fromEntries(
    Object.entries(values).filter(([name]) => !/password|current|next/i.test(name)),
  );
  return { problems, values: kept, ...(error.problems.length === 0 ? { say: error.say } : {}) };
}

/** The text fields of a form. */
export function textsOf(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
