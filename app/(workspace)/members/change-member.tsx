'use client';

import { useActionState } from 'react';
import { controlClass } from '#components/ui/field.tsx';
import { untouchedForm } from '#components/ui/form-state.ts';
import { SubmitButton } from '#components/ui/submit-button.tsx';
import { type Role, roles } from '#lib/domain/access/actor.ts';
import { changeMemberAction } from './actions.ts';
import { roleLabels } from './role-labels.ts';

/** Changes the role of one member, or takes the member out. Their sessions end at once. */
export function ChangeMember({ userId, name, role }: { userId: string; name: string; role: Role }) {
  const [state, action] = useActionState(changeMemberAction, untouchedForm);
  return (
    <form action={action} className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="userId" value={userId} />
      <select
        name="role"
        aria-label={`Role of ${name}`}
        defaultValue={role}
        className={`${controlClass} w-auto`}
      >
        {roles.map((other) => (
          <option key={other} value={other}>
            {roleLabels[other]}
          </option>
        ))}
        <option value="none">No place here</option>
      </select>
      <SubmitButton look="quiet">Change</SubmitButton>
      {state.say === undefined ? null : (
        <p role="alert" className="basis-full text-[0.8125rem] text-bad">
          {state.say}
        </p>
      )}
    </form>
  );
}
