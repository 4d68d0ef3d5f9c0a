import { readFile } from 'node:fs/promises';
import type { Actor, Role } from '#lib/domain/access/actor.ts';
import type { Findings } from '#lib/domain/run/run.ts';
import type { SpecialistName } from '#lib/domain/run/specialist-name.ts';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import type { Database } from '#lib/data/database.ts';
import { createUser, registerOwner } from '#lib/data/system/accounts.ts';
import { addMember } from '#lib/data/organisation/members.ts';
import { createSession } from '#lib/data/system/sessions.ts';
import { createAnalyst } from '#lib/llm/analyst.ts';
import type { Specialist } from '#lib/specialists/contract.ts';
import type { App } from '#lib/usecases/app.ts';
import { importAssessment } from '#lib/usecases/assessment/import-assessment.ts';
import { createClient } from '#lib/usecases/client/create-client.ts';
import { createEngagement } from '#lib/usecases/engagement/create-engagement.ts';
import { renderReport } from '#lib/usecases/report/render-report.ts';
import { composeDocument } from '#lib/usecases/run/compose-document.ts';
import { finishRun } from '#lib/usecases/run/finish-run.ts';
import { prepareRun } from '#lib/usecases/run/prepare-run.ts';
import { readResult } from '#lib/usecases/run/read-result.ts';
import { runSpecialist } from '#lib/usecases/run/run-specialist.ts';
import { startRun } from '#lib/usecases/run/start-run.ts';
import { synthesiseRun } from '#lib/usecases/run/synthesise-run.ts';
import type { Ids } from './ids.ts';

/** An organisation with one of everything: the actor of each role and of the run, and the ids of its things. */
export type Organisation = { members: Record<Role, Actor>; run: Actor; ids: Ids };
export type World = { app: App; own: Organisation; foreign: Organisation };

/** Two organisations in one database, each with a finished, degraded run and its report. No job engine stands behind the app. */
export async function twoOrganisations(db: Database): Promise<World> {
  const app: App = {
    db,
    catalogue: await readCatalogue(),
    specialists: [findingNothing('cto'), findingNothing('compliance')],
    model: createAnalyst(),
    jobs: { requestRun: async () => {}, cancelRun: async () => {}, retrySpecialist: async () => {} },
    renderPdf: async () => new TextEncoder().encode('%PDF-1.7 of a test'),
    now: () => new Date(),
  };
  return { app, own: await organisation(app, 'own'), foreign: await organisation(app, 'foreign') };
}

async function organisation(app: App, name: string): Promise<Organisation> {
  const members = await membersOf(app, name);
  const { owner, organisationId, userId } = members;
  const session = await createSession(app.db, {
    tokenHash: name.padEnd(64, '0'),
    userId,
    organisationId,
    expiresAt: new Date(app.now().getTime() + 3_600_000),
  });
  const client = await createClient(app, owner, { name: `The ${name} client` });
  const engagement = await createEngagement(app, owner, { clientId: client.id, title: `The ${name} work` });
  const assessment = await importAssessment(app, owner, {
    engagementId: engagement.id,
    text: await readFile(new URL('../../examples/support-saas.json', import.meta.url), 'utf8'),
  });
  const { id: runId } = await startRun(app, owner, { assessmentId: assessment.id, date: '2026-07-20' });
  const run: Actor = { kind: 'run', runId, organisationId };
  const figureId = await workThrough(app, run, owner);
  return {
    members: members.actors,
    run,
    ids: {
      clientId: client.id,
      engagementId: engagement.id,
      assessmentId: assessment.id,
      runId,
      userId,
      sessionId: session.id,
      figureId,
    },
  };
}

async function membersOf({ db }: App, name: string) {
  const { user, organisationId } = await registerOwner(db, {
    email: `owner@${name}.example`,
    name: `Owner of ${name}`,
    organisationName: name,
    passwordHash: 'none',
  });
  const place = async (role: Role): Promise<Actor> => {
    const { id: userId } = await createUser(db, {
      email: `${role}@${name}.example`,
      name: `${role} of ${name}`,
      passwordHash: 'none',
    });
    await addMember(db, { organisationId }, { userId, role });
    return { kind: 'member', userId, organisationId, role };
  };
  const owner: Actor = { kind: 'member', userId: user.id, organisationId, role: 'owner' };
  const actors = { owner, consultant: await place('consultant'), reader: await place('reader') };
  return { owner, organisationId, userId: user.id, actors };
}

/** Does the work of a run of which one specialist never finishes; the id of a figure. */
async function workThrough(app: App, run: Actor, owner: Actor): Promise<string> {
  await prepareRun(app, run, { round: 1 });
  await runSpecialist(app, run, { specialist: 'cto', round: 1 });
  await synthesiseRun(app, run, { round: 1 });
  await composeDocument(app, run, { round: 1 });
  await finishRun(app, run, { round: 1 });
  await renderReport(app, run, { round: 1 });
  const runId = run.kind === 'run' ? run.runId : '';
  const [figureId] = (await readResult(app, owner, { runId }))?.ledger.keys() ?? [];
  if (figureId === undefined) throw new Error('The run has no figure.');
  return figureId;
}

function findingNothing(name: SpecialistName): Specialist {
  const nothing: Findings = { figures: [], statements: [], claims: [], recommendations: [], questions: [] };
  return { name, question: '', instructions: '', investigate: () => nothing };
}
