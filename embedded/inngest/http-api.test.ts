import { describe, expect, it, onTestFinished } from 'vitest';
import { startExecutor } from './executor.ts';
import { only, startTestApp, testEventKey, testSigningKey } from './test-app.ts';
import { bearerOf } from './wire/signing.ts';

const authorization = `Bearer ${bearerOf(testSigningKey)}`;

describe('the event API', () => {
  it('takes events in under the event key and names them', async () => {
    const { executor } = await startNapping();

    const answer = await post(executor.eventUrl, [{ name: 'go', data: {}, id: 'first' }, { name: 'other' }]);

    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ ids: ['first', expect.any(String)], status: 200 });
    expect(executor.runsOfEvent('first')).toHaveLength(1);
  });

  it('takes a request that is repeated with its seed in once', async () => {
    const { executor } = await startNapping();
    const seed = { 'x-inngest-event-id-seed': '1700000000000,AAAAAAAAAAAAAA==' };

    const first = await (await post(executor.eventUrl, [{ name: 'go' }], seed)).json();
    const again = await (await post(executor.eventUrl, [{ name: 'go' }], seed)).json();

    expect(again).toEqual(first);
    expect(executor.runsOfEvent(first.ids[0])).toHaveLength(1);
  });

  it.each([
    ['another key', 401, 'e/wrong-key', [{ name: 'go' }]],
    ['a reserved name', 400, `e/${testEventKey}`, [{ name: 'inngest/function.failed' }]],
    ['an event without a name', 400, `e/${testEventKey}`, [{ data: {} }]],
    [
      'more than 4 MB',
      413,
      `e/${testEventKey}`,
      [{ name: 'go', data: { text: 'x'.repeat(4 * 1024 * 1024) } }],
    ],
    ['an address it does not have', 401, 'v1/checkpoint/1', {}],
  ])('refuses %s', async (_name, status, path, body) => {
    const { executor } = await startNapping();

    expect((await post(`${executor.url}/${path}`, body)).status).toBe(status);
  });
});

describe('an executor that no app has registered with', () => {
  it('asks the sender of an event to try again', async () => {
    const executor = await startExecutor({
      stateFile: ':memory:',
      app: { call: async () => new Response(null, { status: 404 }) },
      signingKey: testSigningKey,
      eventKey: testEventKey,
    });
    onTestFinished(() => executor.close(0));

    expect(
      (await executor.fetch(executor.eventUrl, { method: 'POST', body: '[{"name":"go"}]' })).status,
    ).toBe(503);
  });
});

describe('the runs API', () => {
  it('shows a run, cancels it once, and knows no others', async () => {
    const app = await startNapping();
    const { id } = only(await app.trigger('go', {}, 'e1'));
    const url = `${app.executor.url}/v1/runs/${id}`;
    const asServer = { headers: { authorization } };
    expect(await (await fetch(url, asServer)).json()).toMatchObject({
      data: { run_id: id, function_id: 'app-nap', status: 'Running', event_id: 'e1', ended_at: null },
    });

    expect((await fetch(url, { ...asServer, method: 'DELETE' })).status).toBe(204);

    expect((await fetch(url, { ...asServer, method: 'DELETE' })).status).toBe(409);
    expect((await fetch(`${url}x`, asServer)).status).toBe(404);
    expect(await (await fetch(`${app.executor.url}/v1/events/e1/runs`, asServer)).json()).toMatchObject({
      data: [{ run_id: id, status: 'Cancelled' }],
    });
  });

  it('is closed to those without the signing key', async () => {
    const app = await startNapping();
    const { id } = only(await app.trigger('go'));

    expect((await fetch(`${app.executor.url}/v1/runs/${id}`, { method: 'DELETE' })).status).toBe(401);
    expect(app.executor.run(id)?.status).toBe('running');
  });
});

function startNapping() {
  return startTestApp({
    port: 0,
    functions: (client) => [
      client.createFunction({ id: 'nap', retries: 0, triggers: [{ event: 'go' }] }, async ({ step }) => {
        await step.sleep('nap', '1h');
      }),
    ],
  });
}

function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
}
