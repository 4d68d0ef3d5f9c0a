import { describe, expect, it } from 'vitest';
import { twoOrganisations } from '../../../e2e/isolation/two-organisations.ts';
import { useTestDatabases } from '../../../test/data/databases.ts';
import { addMember, getMember } from '#lib/data/organisation/members.ts';
import { createSession, findLiveSession } from '#lib/data/system/sessions.ts';
import { changeMember } from './change-member.ts';

describe('changing a member', () => {
  const databases = useTestDatabases();

  it("ends the person's sessions in this organisation and none in another", async () => {
    const { app, own, foreign } = await twoOrganisations(await databases.fresh());
    const { consultant, owner } = own.members;
    if (consultant.kind !== 'member') throw new Error('The consultant is no member.');
    const { userId } = consultant;
    const elsewhere = { organisationId: foreign.members.owner.organisationId };
    await addMember(app.db, elsewhere, { userId, role: 'reader' });
    const opened = { userId, expiresAt: new Date(app.now().getTime() + 3_600_000) };
    const [here, there] = ['h'.repeat(64), 't'.repeat(64)];
    await createSession(app.db, { ...opened, tokenHash: here, organisationId: consultant.organisationId });
    await createSession(app.db, { ...opened, tokenHash: there, ...elsewhere });

    await changeMember(app, owner, { userId, role: null });

    expect(await findLiveSession(app.db, here)).toBeNull();
    expect(await findLiveSession(app.db, there)).toMatchObject({ userId });
    expect(await getMember(app.db, elsewhere, userId)).toMatchObject({ role: 'reader' });
  });
});
