'use client';

import { useActionState } from 'react';
import { untouchedForm } from '#components/ui/form-state.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { revokeSessionAction } from './actions.ts';

export function RevokeSession({ sessionId }: { sessionId: string }) {
  const [state, action] = useActionState(revokeSessionAction, untouchedForm);
  return (
    <form action={action} className="flex items-center gap-2">
      <input type="hidden" name="sessionId" value={sessionId} />
      {state.say === undefined ? null : (
        <span role="alert" className="text-bad">
          {state.say}
        </span>
      )}
      <SubmitButton look="quiet" size="small">
        End session
      </SubmitButton>
    </form>
  );
}
