import { readdirSync } from 'node:fs';
import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../test/data/databases.ts';
import { anOwner, answersTitled, aRun } from '../../test/data/world.ts';
import type { Owner } from '../../test/data/world.ts';
import type { Scope } from '#lib/domain/access/actor.ts';
import {
  archiveAssessment,
  createAssessment,
  getAssessment,
  listAssessments,
  saveAssessment,
} from './assessment/assessments.ts';
import { freezeAssessment } from './assessment/freeze-assessment.ts';
import { getAssessmentVersion } from './assessment/versions.ts';
import { appendAuditEntry, listAuditEntries } from './audit/audit-entries.ts';
import { createClient, getClient, listClients, updateClient } from './client/clients.ts';
import type { Database } from './database.ts';
import {
  createEngagement,
  getEngagement,
  listEngagements,
  updateEngagement,
} from './engagement/engagements.ts';
import { changeRole, removeMember } from './organisation/change-place.ts';
import { addMember, getMember, listMembers } from './organisation/members.ts';
import { getOrganisation, renameOrganisation } from './organisation/organisations.ts';
import { listRecommendationEdits, saveRecommendationEdit } from './recommendation/edits.ts';
import {
  discardRecommendations,
  listRecommendations,
  storeRecommendations,
} from './recommendation/recommendations.ts';
import { readReportBytes, storeReportBytes } from './report/report-bytes.ts';
import {
  failReport,
  getReport,
  listReports,
  moveReport,
  requestReport,
  requeueReport,
} from './report/reports.ts';
import { changeRun, requestCancel, updateRun } from './run/change-run.ts';
import { appendRunEvent, listRunEvents } from './run/run-events.ts';
import { discardRunParts, readRunPart, storeRunPart } from './run/run-parts.ts';
import { createRun, getRun, listRuns } from './run/runs.ts';
import { endSessionsOfMember, listSessions, revokeSession } from './session/sessions.ts';
import { createSession } from './system/sessions.ts';

type Ids = Record<'user' | 'client' | 'engagement' | 'assessment' | 'run' | 'report' | 'session', string>;
type Call = (db: Database, scope: Scope, ids: Ids, me: string) => Promise<unknown>;

const base = { figures: [], needs: [], missing: [] };
const body = answersTitled('Theirs');

/** Every function that takes the id of something: with somebody else's it answers as if there were no such thing. */
const byId: Readonly<Record<string, Call>> = {
  getClient: (db, scope, { client }) => getClient(db, scope, client),
  updateClient: (db, scope, { client }) => updateClient(db, scope, client, 1, { name: 'Taken' }),
  createEngagement: (db, scope, { client }, me) =>
    createEngagement(db, scope, { clientId: client, title: 'Taken', createdBy: me }),
  getEngagement: (db, scope, { engagement }) => getEngagement(db, scope, engagement),
  updateEngagement: (db, scope, { engagement }) =>
    updateEngagement(db, scope, engagement, 1, { title: 'Taken' }),
  listEngagements: (db, scope, { client }) => listEngagements(db, scope, { clientId: client }),
  createAssessment: (db, scope, { engagement }, me) =>
    createAssessment(db, scope, { engagementId: engagement, body, completeness: 0, createdBy: me }),
  getAssessment: (db, scope, { assessment }) => getAssessment(db, scope, assessment),
  saveAssessment: (db, scope, { assessment }, me) =>
    saveAssessment(db, scope, assessment, 2, { body, completeness: 0, changedBy: me }),
  archiveAssessment: (db, scope, { assessment }) => archiveAssessment(db, scope, assessment, 2, true),
  listAssessments: (db, scope, { engagement }) => listAssessments(db, scope, { engagementId: engagement }),
  freezeAssessment: (db, scope, { assessment }) => freezeAssessment(db, scope, assessment, 2),
  getAssessmentVersion: (db, scope, { assessment }) => getAssessmentVersion(db, scope, assessment, 1),
  createRun: (db, scope, { assessment }, me) =>
    createRun(db, scope, {
      requestKey: 'first',
      assessmentId: assessment,
      assessmentVersion: 1,
      catalogueVersion: 'c',
      engineVersion: 'e',
      requestedBy: me,
      date: '2026-07-20',
    }),
  getRun: (db, scope, { run }) => getRun(db, scope, run),
  listRuns: (db, scope, { assessment }) => listRuns(db, scope, { assessmentId: assessment }),
  updateRun: (db, scope, { run }) => updateRun(db, scope, run, 1, { state: 'cancelled' }),
  changeRun: (db, scope, { run }) => changeRun(db, scope, run, () => ({ state: 'cancelled' })),
  requestCancel: (db, scope, { run }) => requestCancel(db, scope, run),
  appendRunEvent: (db, scope, { run }) => appendRunEvent(db, scope, run, { type: 'report', state: 'ready' }),
  listRunEvents: (db, scope, { run }) => listRunEvents(db, scope, run),
  storeRunPart: (db, scope, { run }) => storeRunPart(db, scope, run, 'base', base),
  readRunPart: (db, scope, { run }) => readRunPart(db, scope, run, 'base'),
  discardRunParts: (db, scope, { run }) => discardRunParts(db, scope, run, ['base']),
  storeRecommendations: (db, scope, { run }) => storeRecommendations(db, scope, run, []),
  listRecommendations: (db, scope, { run }) => listRecommendations(db, scope, run),
  discardRecommendations: (db, scope, { run }) => discardRecommendations(db, scope, run),
  listRecommendationEdits: (db, scope, { assessment }) => listRecommendationEdits(db, scope, assessment),
  saveRecommendationEdit: (db, scope, { assessment }, me) =>
    saveRecommendationEdit(db, scope, assessment, 'key', 0, {
      decision: 'rejected',
      note: null,
      editedBy: me,
    }),
  requestReport: (db, scope, { run }, me) =>
    requestReport(db, scope, run, { format: 'pdf', requestedBy: me }),
  listReports: (db, scope, { run }) => listReports(db, scope, run),
  getReport: (db, scope, { report }) => getReport(db, scope, report),
  requeueReport: (db, scope, { report }) => requeueReport(db, scope, report, 2),
  failReport: (db, scope, { report }) => failReport(db, scope, report, 2, 'Taken'),
  moveReport: (db, scope, { report }) => moveReport(db, scope, report, 2, { state: 'failed' }),
  storeReportBytes: (db, scope, { report }) => storeReportBytes(db, scope, report, 2, new Uint8Array(3)),
  readReportBytes: (db, scope, { report }) => readReportBytes(db, scope, report),
  getMember: (db, scope, { user }) => getMember(db, scope, user),
  changeRole: (db, scope, { user }) => changeRole(db, scope, user, 'reader'),
  removeMember: (db, scope, { user }) => removeMember(db, scope, user),
  revokeSession: (db, scope, { session }) => revokeSession(db, scope, session),
};

/** Every function without such an id: it sees and writes its own organisation alone. */
const own: Readonly<Record<string, Call>> = {
  getOrganisation: (db, scope) => getOrganisation(db, scope),
  renameOrganisation: (db, scope) => renameOrganisation(db, scope, 1, 'Renamed'),
  addMember: (db, scope) => addMember(db, scope, { userId: new ObjectId().toHexString(), role: 'reader' }),
  listMembers: (db, scope) => listMembers(db, scope),
  createClient: (db, scope, _ids, me) => createClient(db, scope, { name: 'Mine', createdBy: me }),
  listClients: (db, scope) => listClients(db, scope),
  appendAuditEntry: (db, scope, { client }, me) =>
    appendAuditEntry(db, scope, {
      actor: { kind: 'member', id: me },
      action: 'read-client',
      subject: { kind: 'client', id: client.slice(0, 4) },
    }),
  listAuditEntries: (db, scope, { client }) =>
    listAuditEntries(db, scope, { subject: { kind: 'client', id: client } }),
  listSessions: (db, scope, { user }) => listSessions(db, scope, { userId: user }),
  endSessionsOfMember: (db, scope, { user }) => endSessionsOfMember(db, scope, user),
};

/** Takes no id but a document that was read under the scope. */
const reachedFromWithin = ['keepVersion'];

describe('two organisations', () => {
  const databases = useTestDatabases();
  let db: Database;
  let ridge: Owner;
  let theirs: Ids;

  beforeAll(async () => {
    db = await databases.fresh();
    ridge = await anOwner(db, 'ridge');
    theirs = await everythingOf(db, await anOwner(db, 'harbour'));
  });

  it.each(Object.entries(byId))('share nothing through %s', async (_name, call) => {
    const before = await documentsOf(db, ridge.scope);
    const unknown = mapIds(() => new ObjectId().toHexString());
    const answers = await Promise.all(
      [theirs, unknown, mapIds(() => 'x'), mapIds(() => ''), mapIds(() => '{"$ne":null}')].map((ids) =>
        call(db, ridge.scope, ids, ridge.userId).then(
          () => ({ code: 'none' }),
          (error: unknown) => error,
        ),
      ),
    );
    expect(answers[0]).toMatchObject({ code: 'not-found' });
    const { message, say } = Object(answers[0]);
    for (const answer of answers) expect(answer).toMatchObject({ code: 'not-found', message, say });
    expect(await documentsOf(db, ridge.scope)).toEqual(before);
  });

  it.each(Object.entries(own))('each have their own in %s', async (_name, call) => {
    const before = await documentsOf(db, ridge.scope);
    const answer = JSON.stringify(await call(db, ridge.scope, theirs, ridge.userId));
    for (const id of Object.values(theirs)) expect(answer).not.toContain(id);
    expect(await documentsOf(db, ridge.scope)).toEqual(before);
  });

  it('have no scope that is no organisation', async () => {
    for (const organisationId of ['', 'x', '{"$ne":null}']) {
      await expect(listClients(db, { organisationId })).rejects.toMatchObject({ code: 'not-found' });
      await expect(getRun(db, { organisationId }, theirs.run)).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});

describe('the functions of the data layer', () => {
  it('all take a scope but for the few of lib/data/system, and all are tried above', async () => {
    const functions = await functionsOnDatabase();
    const scoped = functions.filter(({ scope }) => scope).map(({ name }) => name);
    expect(scoped.toSorted()).toEqual(
      [...Object.keys(byId), ...Object.keys(own), ...reachedFromWithin].toSorted(),
    );
    const without = functions.filter(({ scope }) => !scope).map(({ file, name }) => `${file}: ${name}`);
    expect(without.toSorted()).toEqual([
      'indexes.ts: applySchema',
      'keyset.ts: readPage',
      'system/accounts.ts: createUser',
      'system/accounts.ts: findUserByEmail',
      'system/accounts.ts: getUser',
      'system/accounts.ts: listMemberships',
      'system/accounts.ts: registerOwner',
      'system/accounts.ts: setPasswordHash',
      'system/run-of-job.ts: findRunOfJob',
      'system/sessions.ts: createSession',
      'system/sessions.ts: endAllSessions',
      'system/sessions.ts: endSession',
      'system/sessions.ts: findLiveSession',
      'system/sessions.ts: touchSession',
      'system/throttle.ts: clearAttempts',
      'system/throttle.ts: countAttempt',
      'system/throttle.ts: returnAttempt',
    ]);
  });
});

async function everythingOf(db: Database, owner: Owner): Promise<Ids> {
  const { scope, userId } = owner;
  const { client, engagement, assessment, run } = await aRun(db, owner);
  const report = await requestReport(db, scope, run.id, { format: 'pdf', requestedBy: userId });
  await storeReportBytes(db, scope, report.id, 1, new Uint8Array(10));
  await storeRunPart(db, scope, run.id, 'base', base);
  await appendRunEvent(db, scope, run.id, { type: 'report', state: 'ready' });
  const expiresAt = new Date(Date.now() + 60_000);
  const session = await createSession(db, { tokenHash: 'h'.repeat(64), userId, ...scope, expiresAt });
  await appendAuditEntry(db, scope, {
    actor: { kind: 'member', id: userId },
    action: 'create-client',
    subject: { kind: 'client', id: client.id },
  });
  return {
    user: userId,
    client: client.id,
    engagement: engagement.id,
    assessment: assessment.id,
    run: run.id,
    report: report.id,
    session: session.id,
  };
}

function mapIds(id: () => string): Ids {
  return {
    user: id(),
    client: id(),
    engagement: id(),
    assessment: id(),
    run: id(),
    report: id(),
    session: id(),
  };
}

/** Every document of every organisation but this one. */
async function documentsOf(db: Database, { organisationId }: Scope): Promise<Record<string, unknown[]>> {
  const mine = ObjectId.createFromHexString(organisationId);
  const collections = await db.driver.collections();
  const others = { organisationId: { $ne: mine }, _id: { $ne: mine } };
  const entries = collections.map(async (collection) => {
    const documents = await collection.find(others).sort({ _id: 1 }).toArray();
    return [collection.collectionName, documents] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function functionsOnDatabase(): Promise<{ file: string; name: string; scope: boolean }[]> {
  const files = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('catalogue/'));
  const found = await Promise.all(
    files.map(async (file) => {
      const exported: Record<string, unknown> = await import(new URL(file, import.meta.url).href);
      return Object.entries(exported).flatMap(([name, value]) => {
        const source = typeof value === 'function' ? Function.prototype.toString.call(value) : '';
        if (!/^async function \w+\(\s*db\b/.test(source)) return [];
        return [{ file, name, scope: /^async function \w+\(\s*db,\s*scope\b/.test(source) }];
      });
    }),
  );
  return found.flat();
}
