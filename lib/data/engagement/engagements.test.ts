import { describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../../test/data/databases.ts';
import { anOwner } from '../../../test/data/world.ts';
import { createClient } from '../client/clients.ts';
import { createEngagement, getEngagement, listEngagements, updateEngagement } from './engagements.ts';

describe('engagements', () => {
  const databases = useTestDatabases();

  it('belong to a client and are listed with it, newest first', async () => {
    const db = await databases.fresh();
    const { scope, userId: createdBy } = await anOwner(db, 'ridge');
    const clinic = await createClient(db, scope, { name: 'Clinic', createdBy });
    const bank = await createClient(db, scope, { name: 'Bank', createdBy });
    const first = await createEngagement(db, scope, { clientId: clinic.id, title: 'Dictation', createdBy });
    const other = await createEngagement(db, scope, { clientId: bank.id, title: 'Fraud', createdBy });
    const second = await createEngagement(db, scope, { clientId: clinic.id, title: 'Triage', createdBy });
    expect(first).toMatchObject({ clientId: clinic.id, title: 'Dictation', status: 'open', revision: 1 });
    expect((await listEngagements(db, scope, { clientId: clinic.id })).items).toEqual([second, first]);
    expect((await listEngagements(db, scope)).items).toEqual([second, other, first]);
  });

  it('are closed and renamed at the revision that was read', async () => {
    const db = await databases.fresh();
    const { scope, userId: createdBy } = await anOwner(db, 'ridge');
    const { id: clientId } = await createClient(db, scope, { name: 'Clinic', createdBy });
    const { id } = await createEngagement(db, scope, { clientId, title: 'Dictation', createdBy });
    await updateEngagement(db, scope, id, 1, { status: 'closed' });
    await expect(updateEngagement(db, scope, id, 1, { title: 'Late' })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await getEngagement(db, scope, id)).toMatchObject({
      title: 'Dictation',
      status: 'closed',
      revision: 2,
    });
  });
});
