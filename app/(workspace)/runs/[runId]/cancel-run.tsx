'use client';

import { Ban } from 'lucide-react';
import { useActionState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { untouchedForm } from '#components/ui/form-state.ts';
import { Notice } from '#components/ui/notice.tsx';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { cancelRunAction } from './actions.ts';

/** Stops a run, after asking. */
export function CancelRun({ runId }: { runId: string }) {
  const [state, action] = useActionState(cancelRunAction, untouchedForm);
  return (
    <Dialog
      title="Cancel this analysis?"
      description="It stops at once and gives no result. The assessment stays as it is; an analysis can be started again at any time."
      trigger={
        <Button look="danger">
          <Ban aria-hidden />
          Cancel
        </Button>
      }
    >
      <form action={action} className="grid gap-4">
        <input type="hidden" name="runId" value={runId} />
        {state.say === undefined ? null : (
          <Notice kind="bad" live>
            {state.say}
          </Notice>
        )}
        <SubmitButton look="danger" className="justify-self-end">
          Cancel the analysis
        </SubmitButton>
      </form>
    </Dialog>
  );
}
