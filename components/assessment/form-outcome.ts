import type { FormState } from '#components/ui/form-state.ts';
import type { EditOutcome } from './edit-queue.ts';

/** What a short form shows after its edit: nothing when it was saved, else why not, beside `field`, and what was typed. */
export function formStateOf(
  outcome: EditOutcome,
  values: Readonly<Record<string, string>>,
  field: string,
): FormState {
  switch (outcome.kind) {
    case 'saved':
      return { problems: {}, values: {} };
    case 'refused':
      return { problems: { [field]: outcome.problems.map(sentence).join(' ') }, values };
    case 'conflict':
      return { problems: { [field]: 'Load the newer version first, then try again.' }, values };
    case 'not-saved':
      return { problems: { [field]: outcome.say }, values };
  }
}

function sentence({ reason }: { reason: string }): string {
  return `It ${reason}.`;
}
