import { NextRequest } from 'next/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMongo } from '#embedded/mongo/server.ts';
import { type Composition, compose } from '#lib/composition.ts';
import { GET, PUT } from './route.ts';

describe('the address that the job engine calls', () => {
  let server: Awaited<ReturnType<typeof startMongo>>;
  let composition: Composition;
  beforeAll(async () => {
    server = await startMongo({ dataDir: ':memory:', replicaSetName: 'test' });
    composition = await compose({
      mode: 'local',
      databaseUrl: server.url,
      authSecret: 'sealed',
      origin: 'http://127.0.0.1',
      inngest: { isDev: false, eventKey: 'events', signingKey: 'signkey-test-00' },
    });
    globalThis.infraMind = Promise.resolve(composition);
  });
  afterAll(async () => {
    globalThis.infraMind = undefined;
    await composition.app.db.close();
    await server.close();
  });

  const ask = (call: typeof GET) => call(new NextRequest('http://127.0.0.1/api/inngest'), undefined);

  it('makes the durable functions once, however many calls come', async () => {
    await ask(GET);
    const made = composition.inngest.funcs.length;
    expect(made).toBeGreaterThan(composition.app.specialists.length);
    for (let calls = 0; calls < 3; calls += 1) await ask(GET);
    await ask(PUT);
    expect(composition.inngest.funcs).toHaveLength(made);
  });

  it('tells nobody unsigned anything', async () => {
    expect((await ask(GET)).status).toBe(401);
  });
});
