import { randomUUID } from 'node:crypto';
import { browserStack } from '../../scripts/browser-stack.mjs';
import { formOf } from './action-calls.ts';
import { HttpVisitor } from './http-visitor.ts';
import { type Ids, idsOfNothing } from './ids.ts';

const untouched = { problems: {}, values: {} };

/**
 * A stranger, the owner of a new organisation, and the owner of the demo organisation with the ids of its things.
 * `theirTexts` are the name of its client and what it calls the work.
 */
export type HttpWorld = {
  stranger: HttpVisitor;
  owner: HttpVisitor;
  demo: HttpVisitor;
  foreign: Ids;
  theirTexts: string[];
};

/** Registers an organisation over HTTP and makes a finished run in the demo one. */
export async function httpWorld(): Promise<HttpWorld> {
  const demo = new HttpVisitor(browserStack.address);
  await demo.signIn(browserStack.demoEmail, browserStack.demoPassword);
  const foreign = await thingsOf(demo);
  return {
    stranger: new HttpVisitor(browserStack.address),
    owner: await newOwner(),
    demo,
    foreign,
    theirTexts: [
      await headingOf(demo, `/clients/${foreign.clientId}`),
      await headingOf(demo, `/assessments/${foreign.assessmentId}`),
    ],
  };
}

/** The path of a page with these ids in the place of its parameters. */
export function filled(path: string, parts: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_whole, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`${path}: nothing is known to stand for ${name}.`);
    return encodeURIComponent(part);
  });
}

async function newOwner(): Promise<HttpVisitor> {
  const owner = new HttpVisitor(browserStack.address);
  const { location, body } = await owner.act(
    'app/(public)/register/actions.ts#registerAction',
    [
      untouched,
      formOf({
        organisationName: 'Isolation',
        name: 'Isolated Owner',
        email: `isolated-${randomUUID()}@example.com`,
        password: 'eleven-grey-herons-wading',
      }),
    ],
    (page) => page,
  );
  if (location === null) throw new Error(`Registering was refused: ${body}`);
  return owner;
}

async function headingOf(visitor: HttpVisitor, path: string): Promise<string> {
  const { body } = await visitor.request(path);
  const heading = /<h1[^>]*>([^<]+)<\/h1>/.exec(body)?.[1];
  if (heading === undefined) throw new Error(`${path} has no heading.`);
  return heading;
}

async function thingsOf(demo: HttpVisitor): Promise<Ids> {
  const find = async (path: string, pattern: RegExp): Promise<string> => {
    const { body } = await demo.request(path);
    const found = pattern.exec(body)?.[1];
    if (found === undefined) throw new Error(`${path} shows nothing like ${pattern.source}.`);
    return found;
  };
  // A seeded client, whose assessment has answers: other tests make clients that have none.
  const clientId = await find('/clients?named=Regional', /\/clients\/([0-9a-f]{24})/);
  const engagementId = await find(`/clients/${clientId}`, /\/engagements\/([0-9a-f]{24})/);
  const assessmentId = await find(`/engagements/${engagementId}`, /\/assessments\/([0-9a-f]{24})/);
  const known = { ...idsOfNothing(), clientId, engagementId, assessmentId };
  const runId = await finishedRun(demo, known);
  await demo.act(
    'app/(workspace)/members/actions.ts#inviteMemberAction',
    [untouched, formOf({ email: `reader-${randomUUID()}@example.com`, name: 'A reader', role: 'reader' })],
    (page) => page,
  );
  return {
    ...known,
    runId,
    userId: await find('/members', /name="userId"[^>]*value="([0-9a-f]{24})"/),
    sessionId: await find('/account', /name="sessionId"[^>]*value="([0-9a-f]{24})"/),
    figureId: await find(`/runs/${runId}`, /data-figure="([^"]+)"/),
  };
}

async function finishedRun(demo: HttpVisitor, ids: Ids): Promise<string> {
  const { location, body } = await demo.act(
    'app/(workspace)/assessments/[assessmentId]/actions.ts#startRunAction',
    [untouched, formOf({ assessmentId: ids.assessmentId, requestKey: randomUUID() })],
    (page) => filled(page, ids),
  );
  const runId = /\/runs\/([0-9a-f]{24})/.exec(location ?? '')?.[1];
  if (runId === undefined) throw new Error(`The run was not started: ${body}`);
  // The stream ends with the run's last event.
  await demo.request(`/api/runs/${runId}/events`);
  return runId;
}
