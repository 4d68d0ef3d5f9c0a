import { readdir, readFile } from 'node:fs/promises';
import {
  findUserByEmail,
  listMemberships,
  registerOwner,
  setPasswordHash,
} from '#lib/data/system/accounts.ts';
import type { Actor } from '#lib/domain/access/actor.ts';
import { parseAssessmentText } from '#lib/domain/assessment/parse-assessment-text.ts';
import { AppError } from '#lib/errors.ts';
import type { App } from '#lib/usecases/app.ts';
import { importAssessment } from '#lib/usecases/assessment/import-assessment.ts';
import { createClient } from '#lib/usecases/client/create-client.ts';
import { listClients } from '#lib/usecases/client/list-clients.ts';
import { createEngagement } from '#lib/usecases/engagement/create-engagement.ts';
import { hashPassword, verifyPassword } from './password.ts';

export const demoEmail = 'demo@infra-mind.local';

/**
 * Makes the demo organisation with its one member and the example cases, each a client with an engagement and an
 * assessment. What is there already stays; the password follows the environment. Throws what a broken example causes.
 */
export async function seedDemo(app: App, password: string, examples: URL): Promise<void> {
  const actor = await demoOwner(app, password);
  const known = new Set((await listClients(app, actor, { limit: 100 })).items.map(({ name }) => name));
  const files = (await readdir(examples))
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .toReversed();
  for (const file of files)
    await seedCase(app, actor, await readFile(new URL(file, examples), 'utf8'), { file, known });
}

async function demoOwner(app: App, password: string): Promise<Actor> {
  const user = await findUserByEmail(app.db, demoEmail);
  if (user === null) {
    const owner = {
      email: demoEmail,
      name: 'Demo consultant',
      organisationName: 'Demo Consultancy',
      passwordHash: await hashPassword(password),
    };
    const made = await registerOwner(app.db, owner);
    return { kind: 'member', userId: made.user.id, organisationId: made.organisationId, role: 'owner' };
  }
  if (!(await verifyPassword(password, user.passwordHash)))
    await setPasswordHash(app.db, user.id, await hashPassword(password));
  const [membership] = await listMemberships(app.db, user.id);
  if (membership === undefined) throw new AppError('internal', 'The demo user belongs to no organisation.');
  return { kind: 'member', userId: user.id, ...membership };
}

async function seedCase(
  app: App,
  actor: Actor,
  text: string,
  { file, known }: { file: string; known: ReadonlySet<string> },
): Promise<void> {
  const parsed = parseAssessmentText(text);
  if (!parsed.ok)
    throw new AppError('internal', `The example ${file} is not a valid assessment.`, {
      problems: parsed.problems,
    });
  const { client: name = parsed.assessment.title, title } = parsed.assessment;
  if (known.has(name)) return;
  const client = await createClient(app, actor, { name });
  const engagement = await createEngagement(app, actor, { clientId: client.id, title });
  await importAssessment(app, actor, { engagementId: engagement.id, text });
}
