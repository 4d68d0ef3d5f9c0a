import { expect, test } from '@playwright/test';
import { formOf } from './action-calls.ts';
import type { Answer, HttpVisitor } from './http-visitor.ts';
import { filled, httpWorld, type HttpWorld } from './http-world.ts';
import { type Ids, idsOfNothing, withoutIds } from './ids.ts';
import { actions, pages, routes } from './manifest.ts';

const nothing = idsOfNothing();
let world: HttpWorld;
let seenBefore: string[][];

test.beforeAll(async () => {
  test.setTimeout(120_000);
  world = await httpWorld();
  for (const [route, { who }] of Object.entries(routes))
    if (who === 'signed-in')
      expect((await askRoute(world.demo, route, world.foreign)).status, route).toBe(200);
  seenBefore = await seenByTheirOwner();
});

for (const [route, { who }] of Object.entries(routes)) {
  if (who === 'anybody') continue;
  const ask = (visitor: HttpVisitor, ids: Ids) => askRoute(visitor, route, ids);

  test(`${route} is refused without a session`, async () => {
    const { status, body } = await ask(world.stranger, world.foreign);
    expect(status).toBe(401);
    if (who === 'signed-in') expect(JSON.parse(body)).toMatchObject({ error: { code: 'not-signed-in' } });
  });
  if (who === 'job-engine') {
    test(`${route} is refused with a session and no signature`, async () => {
      expect((await ask(world.owner, world.foreign)).status).toBe(401);
    });
    continue;
  }
  test(`${route} answers for foreign ids as for ids of nothing`, async () => {
    const foreign = await ask(world.owner, world.foreign);
    const none = await ask(world.owner, nothing);
    expect(foreign.status).toBe(404);
    expect(comparable(foreign, world.foreign)).toEqual(comparable(none, nothing));
  });
}

for (const [path, { who, params }] of Object.entries(pages)) {
  if (who === 'anybody') continue;
  const address = (ids: Ids): string => filled(path, { ...ids, ...params });

  test(`the page ${path} leads to signing in without a session`, async () => {
    const { status, location, body } = await world.stranger.request(address(world.foreign));
    expect(status).toBe(307);
    expect(location).toMatch(/^\/sign-in\?next=/);
    for (const text of world.theirTexts) expect(body).not.toContain(text);
  });
  if (!path.includes('[')) continue;
  test(`the page ${path} answers for foreign ids as for ids of nothing`, async () => {
    const foreign = await world.owner.request(address(world.foreign));
    const none = await world.owner.request(address(nothing));
    expect(comparable(foreign, world.foreign)).toEqual(comparable(none, nothing));
    expect(foreign.body).toContain('NEXT_HTTP_ERROR_FALLBACK;404');
    for (const text of world.theirTexts) expect(foreign.body).not.toContain(text);
    expect((await world.demo.request(address(world.foreign))).body).toContain(world.theirTexts[0]);
  });
}

for (const [name, action] of Object.entries(actions)) {
  if (action.who !== 'signed-in') continue;
  const act = (visitor: HttpVisitor, ids: Ids): Promise<Answer> =>
    visitor.act(
      name,
      'form' in action ? [{ problems: {}, values: {} }, formOf(action.form(ids))] : action.sends(ids),
      (page) => filled(page, { ...nothing, section: 'workloads', entryId: 'none' }),
    );

  test(`the action ${name} is refused without a session`, async () => {
    const { body, location } = await act(world.stranger, world.foreign);
    expect(body).toContain('Sign in to continue.');
    expect(location).toBeNull();
  });
  test(`the action ${name} answers for foreign ids as for ids of nothing`, async () => {
    const foreign = await act(world.owner, world.foreign);
    const none = await act(world.owner, nothing);
    expect(foreign.location).toBeNull();
    expect(comparable(foreign, world.foreign)).toEqual(comparable(none, nothing));
  });
}

test('after all of it their owner sees what was there before', async () => {
  expect(await seenByTheirOwner()).toEqual(seenBefore);
});

function askRoute(visitor: HttpVisitor, route: string, ids: Ids): Promise<Answer> {
  const [method = 'GET', path = ''] = route.split(' ');
  const query = new URLSearchParams(routes[route]?.query?.(ids)).toString();
  return visitor.request(`${filled(path, ids)}?${query}`, { method });
}

/** An answer without the ids that were asked for, and of a page what a person reads. */
function comparable({ status, location, body }: Answer, ids: Ids) {
  return { status, location, words: wordsOf(withoutIds(body, ids)) };
}

/** The words of a page, sorted: in which order its parts arrive is a matter of time. */
function wordsOf(html: string): string[] {
  const text = html.replaceAll(/<script[\s\S]*?<\/script>/g, '').replaceAll(/<[^>]+>/g, ' ');
  return text.split(/\s+/).toSorted();
}

/** Everything of the demo organisation that an action could have changed, as its owner sees it. */
async function seenByTheirOwner(): Promise<string[][]> {
  const { clientId, engagementId, assessmentId, runId } = world.foreign;
  const paths = [
    '/audit',
    '/members',
    `/clients/${clientId}`,
    `/engagements/${engagementId}`,
    `/assessments/${assessmentId}`,
    `/runs/${runId}`,
  ];
  return Promise.all(paths.map(async (path) => wordsOf((await world.demo.request(path)).body)));
}
