'use server';

import { revalidatePath } from 'next/cache';
import type { FormState } from '#components/ui/form-state.ts';
import { inviteMember } from '#lib/auth/invite-member.ts';
import { isRole } from '#lib/domain/access/actor.ts';
import { submitForm } from '#lib/http/submit-form.ts';
import { changeMember } from '#lib/usecases/organisation/change-member.ts';

const noSuchRole: FormState = { problems: { role: 'Choose a role.' }, values: {} };

/** Gives a person a place. A first password is shown once, in the form's answer. */
export async function inviteMemberAction(_before: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ app, actor, values }) => {
    const role = values['role'];
    if (!isRole(role)) return { ...noSuchRole, values };
    const { firstPassword } = await inviteMember(app, actor, {
      email: values['email'] ?? '',
      name: values['name'] ?? '',
      role,
    });
    revalidatePath('/members');
    return { problems: {}, values: { invited: values['email'] ?? '', firstPassword: firstPassword ?? '' } };
  });
}

/** Gives a member another role, or takes the member out. */
export async function changeMemberAction(_before: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, async ({ app, actor, values }) => {
    const role = values['role'] === 'none' ? null : values['role'];
    if (role !== null && !isRole(role)) return noSuchRole;
    await changeMember(app, actor, { userId: values['userId'] ?? '', role });
    revalidatePath('/members');
    return undefined;
  });
}
