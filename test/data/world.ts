import type { Scope } from '#lib/domain/access/actor.ts';
import { assessmentFormat } from '#lib/domain/assessment/assessment.ts';
import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import { createAssessment } from '#lib/data/assessment/assessments.ts';
import { freezeAssessment } from '#lib/data/assessment/freeze-assessment.ts';
import { createClient } from '#lib/data/client/clients.ts';
import type { Database } from '#lib/data/database.ts';
import { createEngagement } from '#lib/data/engagement/engagements.ts';
import { createRun } from '#lib/data/run/runs.ts';
import { registerOwner } from '#lib/data/system/accounts.ts';

export type Owner = { scope: Scope; userId: string };

/** An organisation with its owner. */
export async function anOwner(db: Database, name: string): Promise<Owner> {
  const { user, organisationId } = await registerOwner(db, {
    email: `owner@${name}.example`,
    name: `Owner of ${name}`,
    passwordHash: 'hash of a password',
    organisationName: name,
  });
  return { scope: { organisationId }, userId: user.id };
}

/** The smallest assessment: a title. */
export function answersTitled(title: string): Assessment {
  return { format: assessmentFormat, title, answers: {}, workloads: [], commitments: [], hardware: [] };
}

/** A client with an engagement and a draft. */
export async function aDraft(db: Database, { scope, userId }: Owner, title = 'Clinical notes') {
  const client = await createClient(db, scope, { name: 'Harbour Hospital', createdBy: userId });
  const engagement = await createEngagement(db, scope, {
    clientId: client.id,
    title: 'Dictation',
    createdBy: userId,
  });
  const assessment = await createAssessment(db, scope, {
    engagementId: engagement.id,
    body: answersTitled(title),
    completeness: 0.25,
    createdBy: userId,
  });
  return { client, engagement, assessment };
}

/** The same with its first version frozen and a run queued on it. */
export async function aRun(db: Database, owner: Owner, requestKey = 'first') {
  const draft = await aDraft(db, owner);
  const version = await freezeAssessment(db, owner.scope, draft.assessment.id, draft.assessment.revision);
  const run = await createRun(db, owner.scope, {
    requestKey,
    assessmentId: draft.assessment.id,
    assessmentVersion: version.number,
    catalogueVersion: 'catalogue-1',
    engineVersion: 'engine-1',
    requestedBy: owner.userId,
    date: '2026-07-20',
  });
  return { ...draft, version, run };
}
