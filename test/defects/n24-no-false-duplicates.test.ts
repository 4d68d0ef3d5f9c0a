import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { twoOrganisations } from '../../e2e/isolation/two-organisations.ts';
import { useTestDatabases } from '../data/databases.ts';
import { importAssessment } from '#lib/usecases/assessment/import-assessment.ts';
import { createClient } from '#lib/usecases/client/create-client.ts';
import { createEngagement } from '#lib/usecases/engagement/create-engagement.ts';
import { startRun } from '#lib/usecases/run/start-run.ts';

describe('two clients with the same answers', () => {
  const databases = useTestDatabases();

  it('have two assessments and two analyses, each with its own client', async () => {
    const { app, own } = await twoOrganisations(await databases.fresh());
    const actor = own.members.owner;
    const text = await readFile(new URL('../../examples/support-saas.json', import.meta.url), 'utf8');
    const made = await Promise.all(
      ['First client', 'Second client'].map(async (name) => {
        const client = await createClient(app, actor, { name });
        const engagement = await createEngagement(app, actor, {
          clientId: client.id,
          title: 'The same work',
        });
        const assessment = await importAssessment(app, actor, { engagementId: engagement.id, text });
        const run = await startRun(app, actor, { assessmentId: assessment.id });
        return { clientId: client.id, assessment, run };
      }),
    );
    expect(new Set(made.map(({ assessment }) => assessment.id)).size).toBe(2);
    expect(new Set(made.map(({ run }) => run.id)).size).toBe(2);
    for (const { clientId, assessment, run } of made)
      expect([assessment.clientId, run.clientId]).toEqual([clientId, clientId]);
  });
});
