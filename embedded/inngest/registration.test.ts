import { createServer } from 'node:http';
import type { Inngest, InngestFunction } from 'inngest';
import { serve } from 'inngest/edge';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startExecutor } from './executor.ts';
import { listenOnLoopback } from './listen.ts';
import { only, reportProblem, startTestApp, testEventKey, testSigningKey } from './test-app.ts';
import { AppUnreachable } from './wire/transport.ts';

type Options = Parameters<Inngest['createFunction']>[0];

describe('registration', () => {
  it.each<[string, Partial<Options>, RegExp]>([
    ['batching', { batchEvents: { maxSize: 5, timeout: '5s' } }, /"app-f" uses batchEvents/],
    ['a rate limit', { rateLimit: { limit: 1, period: '1h' } }, /"app-f" uses rateLimit/],
    ['throttling', { throttle: { limit: 1, period: '1h' } }, /"app-f" uses throttle/],
    ['debouncing', { debounce: { period: '1h' } }, /"app-f" uses debounce/],
    ['priority', { priority: { run: '100' } }, /"app-f" uses priority/],
    ['a singleton', { singleton: { mode: 'skip' } }, /"app-f" uses singleton/],
    ['timeouts', { timeouts: { finish: '1h' } }, /"app-f" uses timeouts/],
    ['idempotency keys', { idempotency: 'event.data.id' }, /"app-f" uses idempotency/],
    [
      'keyed concurrency',
      { concurrency: { limit: 1, key: 'event.data.id' } },
      /"app-f" uses concurrency with a key/,
    ],
    [
      'account-wide concurrency',
      { concurrency: { limit: 1, scope: 'account', key: '"x"' } },
      /"app-f" uses concurrency/,
    ],
    [
      'a large expression',
      { triggers: [{ event: 'go', if: 'event.data.n > 1' }] },
      /"app-f": .*"event.data.n > 1"/,
    ],
    [
      'a broken schedule',
      { triggers: [{ cron: '61 * * * *' }] },
      /"app-f": "61 \* \* \* \*" is not a cron schedule/,
    ],
  ])('refuses %s in one sentence', async (_name, options, sentence) => {
    const starting = startTestApp({
      functions: (client) => [
        client.createFunction(
          { id: 'f', retries: 0, triggers: [{ event: 'go' }], ...options },
          async () => 1,
        ),
      ],
    });

    await expect(starting).rejects.toThrow(sentence);
  });

  it('takes a plain limit in each of its forms', async () => {
    const app = await startTestApp({
      functions: (client) => [
        client.createFunction({ id: 'a', concurrency: 2, triggers: [{ event: 'x' }] }, async () => 1),
        client.createFunction(
          { id: 'b', concurrency: { limit: 2 }, triggers: [{ event: 'x' }] },
          async () => 1,
        ),
        client.createFunction(
          { id: 'c', concurrency: [{ limit: 2 }], triggers: [{ event: 'x' }] },
          async () => 1,
        ),
      ],
    });

    expect(await app.executor.register()).toEqual(['app-a', 'app-b', 'app-c']);
  });

  it('may be sent by the app itself, and tells the app what is refused', async () => {
    const app = await startTestApp({ functions: oneFunction });
    const sync = new Request('http://app.invalid/api/inngest', {
      method: 'PUT',
      headers: { host: 'app.invalid' },
    });
    expect(await (await app.handler(sync.clone())).json()).toMatchObject({
      message: 'Successfully registered',
    });

    const refusing = serve({
      client: app.client,
      functions: [
        app.client.createFunction(
          { id: 'g', priority: { run: '1' }, triggers: [{ event: 'x' }] },
          async () => 1,
        ),
      ],
    });

    const answer = await refusing(sync.clone());
    expect(answer.status).toBe(500);
    expect(await answer.json()).toMatchObject({ message: expect.stringContaining('"app-g" uses priority') });
  });

  it('waits for an app that starts later', async () => {
    const app = await startTestApp({ functions: oneFunction });
    const port = await freePort();
    const executor = await startExecutor({
      stateFile: ':memory:',
      app: { url: `http://127.0.0.1:${port}/api/inngest` },
      signingKey: testSigningKey,
      eventKey: testEventKey,
    });
    onTestFinished(() => executor.close(0));
    const registered = executor.register();

    const web = await listenOnLoopback(app.handler, port, reportProblem);
    onTestFinished(() => web.close());

    expect(await registered).toEqual(['app-f']);
  });

  it('is refused by an app with another signing key', async () => {
    const app = await startTestApp({ functions: oneFunction });
    const executor = await startExecutor({
      stateFile: ':memory:',
      app: { call: app.handler },
      signingKey: 'signkey-test-ffff',
      eventKey: testEventKey,
    });
    onTestFinished(() => executor.close(0));

    await expect(executor.register()).rejects.toThrow('another Inngest signing key');
  });
});

describe('the app’s route', () => {
  it('answers 401 to a call that is not signed', async () => {
    const app = await startTestApp({ functions: oneFunction });

    const answer = await app.handler(
      new Request('http://app.invalid/api/inngest?fnId=app-f&stepId=step', {
        method: 'POST',
        headers: { host: 'app.invalid' },
        body: JSON.stringify({
          event: { name: 'go', data: {} },
          events: [],
          steps: {},
          ctx: { run_id: 'r', attempt: 0 },
        }),
      }),
    );

    expect(answer.status).toBe(401);
  });

  it('may be away for a while without costing a run its attempts', async () => {
    let away = 0;
    const app = await startTestApp({
      functions: oneFunction,
      between: async (request, handler) => {
        if (request.method === 'POST' && away++ < 3) throw new AppUnreachable();
        return handler(request);
      },
    });
    const { id } = only(await app.trigger('go'));
    for (let tries = 0; tries < 3; tries++) {
      expect(app.executor.run(id)?.status).toBe('running');
      // oxlint-disable-next-line no-await-in-loop
      await app.advance(500);
    }

    expect(app.executor.run(id)?.status).toBe('completed');
  });

  it('is not believed when something else answers in its place', async () => {
    const app = await startTestApp({
      functions: oneFunction,
      between: async (request, handler) =>
        request.method === 'POST' ? new Response('<html>sign in</html>') : handler(request),
    });

    expect(only(await app.trigger('go'))).toMatchObject({
      status: 'failed',
      outcome: { error: { message: expect.stringContaining('without an x-inngest-sdk header') } },
    });
  });
});

function oneFunction(client: Inngest): InngestFunction.Any[] {
  return [client.createFunction({ id: 'f', retries: 0, triggers: [{ event: 'go' }] }, async () => 1)];
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
