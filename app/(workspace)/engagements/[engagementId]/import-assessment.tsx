'use client';

import { Upload } from 'lucide-react';
import { useActionState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { type FormState, untouchedForm } from '#components/ui/form-state.ts';
import { Notice } from '#components/ui/notice.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { largestImportBytes, tooLargeToImport } from '#lib/domain/assessment/import-size.ts';
import { importAssessmentAction } from './actions.ts';

/** The button that opens the import of a JSON file. Every refusal names the field and the reason; nothing is half imported. */
export function ImportAssessment({ engagementId }: { engagementId: string }) {
  const [state, action] = useActionState(importUnlessTooLarge, untouchedForm);
  const { file: fileProblem, ...fields } = state.problems;
  const refused = Object.entries(fields);
  return (
    <Dialog
      title="Import an assessment"
      description="A JSON file in the format of this product, for example one that was exported here."
      trigger={
        <Button>
          <Upload aria-hidden />
          Import JSON
        </Button>
      }
    >
      <form action={action} className="grid gap-4" noValidate>
        <input type="hidden" name="engagementId" value={engagementId} />
        <Field label="File" problem={fileProblem ?? state.say}>
          {(ids) => (
            <input
              type="file"
              name="file"
              accept="application/json,.json"
              className="text-sm file:mr-3 file:h-9 file:cursor-pointer file:rounded-control file:border file:border-solid file:border-control-line/60 file:bg-surface file:px-3 file:text-sm file:font-medium file:text-ink"
              {...ids}
            />
          )}
        </Field>
        {refused.length === 0 ? null : (
          <Notice kind="bad" title="The file was not imported" live>
            <ul className="mt-1 grid max-h-56 gap-1 overflow-y-auto">
              {refused.map(([field, reason]) => (
                <li key={field} className="break-words">
                  <code className="font-mono text-xs">{field === '' ? 'file' : field}</code> {reason}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <SubmitButton className="justify-self-end">Import</SubmitButton>
      </form>
    </Dialog>
  );
}

/** A file that is too large is not sent: the server would cut it off before it could answer beside the field. */
async function importUnlessTooLarge(before: FormState, form: FormData): Promise<FormState> {
  const file = form.get('file');
  return file instanceof File && file.size > largestImportBytes
    ? { problems: { file: tooLargeToImport }, values: {} }
    : importAssessmentAction(before, form);
}
