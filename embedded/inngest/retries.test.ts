import { NonRetriableError, RetryAfterError } from 'inngest';
import { describe, expect, it } from 'vitest';
import { only, startTestApp } from './test-app.ts';

describe('a step that throws', () => {
  it('is tried again, counting attempts, and what was done before it is not', async () => {
    const tries: unknown[] = [];
    const app = await startTestApp({
      functions: (client) => [
        client.createFunction(
          { id: 'flaky', retries: 3, triggers: [{ event: 'go' }] },
          async ({ step, attempt }) => {
            await step.run('before', () => void tries.push('before'));
            return step.run('flaky', () => {
              tries.push(attempt);
              if (attempt < 2) throw new Error('not yet');
              return 'ok';
            });
          },
        ),
      ],
    });

    expect(only(await app.trigger('go')).outcome).toEqual({ result: 'ok' });
    expect(tries).toEqual(['before', 0, 1, 2]);
  });

  it('waits for the backoff of its attempt', async () => {
    let tries = 0;
    const app = await startTestApp({
      backoff: (attempt) => 1000 * (attempt + 1),
      functions: (client) => [
        client.createFunction({ id: 'flaky', retries: 2, triggers: [{ event: 'go' }] }, async ({ step }) =>
          step.run('flaky', () => {
            tries++;
            throw new Error('never');
          }),
        ),
      ],
    });
    const triesAfter = [];
    const { id } = only(await app.trigger('go'));
    for (const ms of [999, 1, 1999, 1]) {
      await app.advance(ms);
      triesAfter.push(tries);
    }
    expect(triesAfter).toEqual([1, 2, 2, 3]);
    expect(app.executor.run(id)?.status).toBe('failed');
  });

  it('waits as long as its Retry-After asks', async () => {
    let tries = 0;
    const app = await startTestApp({
      functions: (client) => [
        client.createFunction({ id: 'limited', retries: 1, triggers: [{ event: 'go' }] }, async ({ step }) =>
          step.run('call', () => {
            if (++tries === 1) throw new RetryAfterError('slow down', '90s');
            return tries;
          }),
        ),
      ],
    });
    const { id } = only(await app.trigger('go'));
    await app.advance(89_000);
    expect(tries).toBe(1);

    await app.advance(1000);

    expect(app.executor.run(id)?.outcome).toEqual({ result: 2 });
  });

  it('is not tried again when the error says so, and the function may catch it', async () => {
    let tries = 0;
    const app = await startTestApp({
      functions: (client) => [
        client.createFunction({ id: 'final', retries: 5, triggers: [{ event: 'go' }] }, async ({ step }) => {
          const [good, bad] = await Promise.allSettled([
            step.run('good', () => 1),
            step.run('bad', () => {
              tries++;
              throw new NonRetriableError('nope');
            }),
          ]);
          return [good.status, bad.status === 'rejected' ? bad.reason.message : ''];
        }),
      ],
    });

    expect(only(await app.trigger('go')).outcome).toEqual({ result: ['fulfilled', 'nope'] });
    expect(tries).toBe(1);
  });
});

describe('a function that fails for good', () => {
  it('hands the error and the event to onFailure', async () => {
    const seen: unknown[] = [];
    const app = await startTestApp({
      functions: (client) => [
        client.createFunction(
          {
            id: 'doomed',
            retries: 1,
            triggers: [{ event: 'go' }],
            onFailure: ({ error, event }) => void seen.push(error.name, error.message, event.data.event.data),
          },
          async () => {
            throw new TypeError('broken');
          },
        ),
      ],
    });

    expect(only(await app.trigger('go', { client: 'c1' }))).toMatchObject({
      status: 'failed',
      outcome: { error: { name: 'TypeError', message: 'broken' } },
    });
    expect(seen).toEqual(['TypeError', 'broken', { client: 'c1' }]);
  });

  it('is announced by failed and finished, one that succeeds by finished alone', async () => {
    const heard: unknown[] = [];
    const app = await startTestApp({
      functions: (client) => [
        client.createFunction({ id: 'bad', retries: 0, triggers: [{ event: 'bad' }] }, async () => {
          throw new Error('x');
        }),
        client.createFunction({ id: 'good', retries: 0, triggers: [{ event: 'good' }] }, async () => 42),
        client.createFunction(
          {
            id: 'listener',
            retries: 0,
            triggers: [{ event: 'inngest/function.failed' }, { event: 'inngest/function.finished' }],
          },
          async ({ event }) => void heard.push([event.name, event.data.function_id, event.data['result']]),
        ),
      ],
    });

    await app.trigger('bad');
    await app.trigger('good');

    expect(heard).toHaveLength(3);
    expect(heard).toEqual(
      expect.arrayContaining([
        ['inngest/function.finished', 'app-bad', undefined],
        ['inngest/function.failed', 'app-bad', undefined],
        ['inngest/function.finished', 'app-good', 42],
      ]),
    );
  });

  it('asks for an operation the executor does not have', async () => {
    const app = await startTestApp({
      functions: (client) => [
        client.createFunction(
          { id: 'signals', retries: 3, triggers: [{ event: 'go' }] },
          async ({ step }) => {
            await step.waitForSignal('sig', { signal: 's', timeout: '1h', onConflict: 'fail' });
          },
        ),
      ],
    });

    expect(only(await app.trigger('go')).outcome).toEqual({
      error: expect.objectContaining({
        name: 'UnsupportedByExecutorError',
        message: expect.stringContaining('WaitForSignal'),
      }),
    });
  });
});
