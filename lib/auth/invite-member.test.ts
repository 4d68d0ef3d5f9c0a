import { describe, expect, it } from 'vitest';
import { twoOrganisations } from '../../e2e/isolation/two-organisations.ts';
import { useTestDatabases } from '../../test/data/databases.ts';
import { removeMember } from '#lib/data/organisation/change-place.ts';
import { getMember } from '#lib/data/organisation/members.ts';
import { findUserByEmail, listMemberships } from '#lib/data/system/accounts.ts';
import { inviteMember } from './invite-member.ts';

describe('giving somebody a place', () => {
  const databases = useTestDatabases();
  const invitation = (email: string) => ({ email, name: 'Ada', role: 'reader' }) as const;

  it('takes nobody who has a place elsewhere, and does not tell who that is', async () => {
    const { app, own } = await twoOrganisations(await databases.fresh());
    const user = await findUserByEmail(app.db, 'owner@foreign.example');
    const before = await listMemberships(app.db, user?.id ?? '');
    const refusal: unknown = await inviteMember(
      app,
      own.members.owner,
      invitation('owner@foreign.example'),
    ).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'invalid-input',
      problems: [
        {
          field: 'email',
          reason: 'This person cannot be added: the address belongs to an account elsewhere.',
        },
      ],
    });
    expect(JSON.stringify(refusal)).not.toContain('Owner of foreign');
    expect(await listMemberships(app.db, user?.id ?? '')).toEqual(before);
  });

  it('says of a member that the person is one', async () => {
    const { app, own } = await twoOrganisations(await databases.fresh());
    await expect(
      inviteMember(app, own.members.owner, invitation('reader@own.example')),
    ).rejects.toMatchObject({
      code: 'invalid-input',
      problems: [{ field: 'email', reason: 'This person is a member already.' }],
    });
  });

  it('gives somebody new an account with a first password, and somebody without a place one again', async () => {
    const { app, own } = await twoOrganisations(await databases.fresh());
    const { owner } = own.members;
    const { userId, firstPassword } = await inviteMember(app, owner, invitation('ada@own.example'));
    expect(firstPassword).toMatch(/^[\w-]{20}$/);
    await removeMember(app.db, owner, userId);
    expect(await inviteMember(app, owner, invitation('ada@own.example'))).toEqual({
      userId,
      firstPassword: null,
    });
    expect(await getMember(app.db, owner, userId)).toMatchObject({ role: 'reader' });
  });
});
