import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../test/data/databases.ts';
import { anOwner, answersTitled, aRun } from '../../test/data/world.ts';
import type { Owner } from '../../test/data/world.ts';
import { listAssessments } from './assessment/assessments.ts';
import { listAuditEntries } from './audit/audit-entries.ts';
import { listClients } from './client/clients.ts';
import type { Database } from './database.ts';
import { objectId } from './document-id.ts';
import { listEngagements } from './engagement/engagements.ts';
import type { Page, PageRequest } from './keyset.ts';
import { listMembers } from './organisation/members.ts';
import { listRunEvents } from './run/run-events.ts';
import { listRuns } from './run/runs.ts';
import { listSessions } from './session/sessions.ts';

type Place = { db: Database; owner: Owner; made: Awaited<ReturnType<typeof aRun>> };
type List = (place: Place, page: PageRequest) => Promise<Page<unknown>>;

const rows = 5000;
const limit = 20;
/** Rows that share a time: where a page begins, the index is bounded by the time and not yet by the id. */
const tied = 3;

// What a page may read beside its own rows, the tied ones and the one that tells whether there is a next: the parent that
// the filter names, and of members their users. By name, the embedded server reads every match before it sorts (the index
// holds a list); MongoDB takes the order from the index there too.
const lists: Readonly<Record<string, [list: List, beside: number]>> = {
  clients: [({ db, owner }, page) => listClients(db, owner.scope, page), 0],
  'clients by name': [({ db, owner }, page) => listClients(db, owner.scope, { ...page, named: 'cli' }), rows],
  engagements: [({ db, owner }, page) => listEngagements(db, owner.scope, page), 0],
  'engagements of a client': [
    ({ db, owner, made }, page) => listEngagements(db, owner.scope, { ...page, clientId: made.client.id }),
    1,
  ],
  assessments: [({ db, owner }, page) => listAssessments(db, owner.scope, page), 0],
  'assessments in a status': [
    ({ db, owner }, page) => listAssessments(db, owner.scope, { ...page, status: 'draft' }),
    0,
  ],
  'assessments of an engagement': [
    ({ db, owner, made }, page) =>
      listAssessments(db, owner.scope, { ...page, engagementId: made.engagement.id }),
    1,
  ],
  'assessments of an engagement in a status': [
    ({ db, owner, made }, page) =>
      listAssessments(db, owner.scope, { ...page, engagementId: made.engagement.id, status: 'draft' }),
    1,
  ],
  runs: [({ db, owner }, page) => listRuns(db, owner.scope, page), 0],
  'runs in a state': [({ db, owner }, page) => listRuns(db, owner.scope, { ...page, state: 'queued' }), 0],
  'runs of an assessment': [
    ({ db, owner, made }, page) => listRuns(db, owner.scope, { ...page, assessmentId: made.assessment.id }),
    1,
  ],
  'runs of an assessment in a state': [
    ({ db, owner, made }, page) =>
      listRuns(db, owner.scope, { ...page, assessmentId: made.assessment.id, state: 'queued' }),
    1,
  ],
  members: [({ db, owner }, page) => listMembers(db, owner.scope, page), limit],
  sessions: [({ db, owner }, page) => listSessions(db, owner.scope, { ...page, userId: owner.userId }), 0],
  'the audit trail': [({ db, owner }, page) => listAuditEntries(db, owner.scope, page), 0],
  'the audit trail of a subject': [
    ({ db, owner }, page) =>
      listAuditEntries(db, owner.scope, { ...page, subject: { kind: 'client', id: 'one' } }),
    0,
  ],
};

describe('a page of a long list', () => {
  const databases = useTestDatabases();
  let place: Place;

  beforeAll(async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const made = await aRun(db, owner);
    const other = await anOwner(db, 'harbour');
    await fill(db, owner, made);
    await fill(db, other, await aRun(db, other));
    place = { db, owner, made };
  }, 60_000);

  it.each(Object.entries(lists))('of %s reads no more than it shows', async (_name, [list, beside]) => {
    let cursor: string | undefined;
    for (let page = 0; page < 4; page += 1) {
      const before = databases.documentsExamined() ?? 0;
      const { items, next } = await list(place, { limit, cursor });
      expect(items).toHaveLength(limit);
      expect(next).not.toBeNull();
      const read = (databases.documentsExamined() ?? 0) - before;
      expect(read).toBeLessThanOrEqual(limit + 1 + tied + beside);
      cursor = next ?? undefined;
    }
  });

  it('of the events of a run reads no more than it shows, wherever the reader stands', async () => {
    const { db, owner, made } = place;
    for (const after of [0, 2500, 4990]) {
      const before = databases.documentsExamined() ?? 0;
      const events = await listRunEvents(db, owner.scope, made.run.id, { after, limit });
      expect(events.map(({ seq }) => seq)).toEqual(
        Array.from({ length: Math.min(limit, rows - after) }, (_, at) => after + at + 1),
      );
      const read = (databases.documentsExamined() ?? 0) - before;
      expect(read).toBeLessThanOrEqual(limit + 1);
    }
  });
});

/** Fills the collections past what pages show; many rows share a time, and every second one is filtered out by a status. */
async function fill(db: Database, { scope, userId }: Owner, made: Place['made']): Promise<void> {
  const organisationId = objectId(scope.organisationId);
  const by = objectId(userId);
  const start = Date.now();
  const time = (at: number) => new Date(start + Math.floor(at / tied));
  const many = (row: (at: number) => Record<string, unknown>) =>
    Array.from({ length: rows }, (_, at) => ({ organisationId, createdAt: time(at), ...row(at) }));
  const written = { revision: 1, createdBy: by, updatedAt: time(0) };
  const clientId = objectId(made.client.id);
  const engagementId = objectId(made.engagement.id);
  const assessmentId = objectId(made.assessment.id);
  const documents: Record<string, Record<string, unknown>[]> = {
    clients: many((at) => ({ ...written, name: `Client ${at}`, nameKeys: ['c', 'cl', 'cli'], note: null })),
    engagements: many((at) => ({ ...written, clientId, title: `Engagement ${at}`, status: 'open' })),
    assessments: many((at) => ({
      ...written,
      clientId,
      engagementId,
      title: `Assessment ${at}`,
      status: at % 2 === 0 ? 'draft' : 'archived',
      version: 1,
      hash: 'hash',
      completeness: 0.5,
      body: answersTitled(`Assessment ${at}`),
      changedBy: by,
    })),
    runs: many((at) => ({
      clientId,
      engagementId,
      assessmentId,
      assessmentVersion: 1,
      assessmentHash: 'hash',
      requestKey: `request ${at}`,
      state: at % 2 === 0 ? 'queued' : 'completed',
      catalogueVersion: 'c',
      engineVersion: 'e',
      round: 1,
      degradedBecause: [],
      requestedBy: by,
      date: '2026-07-20',
      revision: 1,
    })),
    run_events: many((at) => ({
      runId: objectId(made.run.id),
      seq: at + 1,
      key: `key ${at}`,
      at: time(at),
      body: { type: 'report', state: 'ready' },
    })),
    sessions: many((at) => ({
      tokenHash: `${scope.organisationId}${at}`,
      userId: by,
      lastSeenAt: time(0),
      expiresAt: new Date(start + 3_600_000),
    })),
    audit_entries: many((at) => ({
      at: time(at),
      actorKind: 'member',
      actorId: by,
      action: 'read-client',
      subjectKind: 'client',
      subjectId: at % 2 === 0 ? 'one' : 'two',
      detail: {},
    })),
  };
  const people = Array.from({ length: rows }, () => new ObjectId());
  documents['members'] = many((at) => ({ userId: people[at], role: 'reader' }));
  documents['users'] = people.map((_id, at) => ({
    _id,
    email: `${at}@${scope.organisationId}.example`,
    name: `Person ${at}`,
    passwordHash: 'hash',
    createdAt: time(0),
    updatedAt: time(0),
  }));
  for (const [collection, all] of Object.entries(documents))
    await db.driver.collection(collection).insertMany(all);
}
