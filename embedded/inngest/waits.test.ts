import { describe, expect, it } from 'vitest';
import { only, startTestApp } from './test-app.ts';

const hourMs = 3_600_000;
describe('step.sleep', () => {
  it('goes on when its time is up and not before', async () => {
    const app = await startTestApp({
      functions: (client) => [
        client.createFunction({ id: 'nap', retries: 0, triggers: [{ event: 'go' }] }, async ({ step }) => {
          await step.sleep('nap', '90m');
          return 'awake';
        }),
      ],
    });
    const { id } = only(await app.trigger('go'));
    await app.advance(1.5 * hourMs - 1);
    expect(app.executor.run(id)?.status).toBe('running');

    await app.advance(1);

    expect(app.executor.run(id)?.outcome).toEqual({ result: 'awake' });
  });
});

describe('step.waitForEvent', () => {
  it('takes the event that matches and leaves others', async () => {
    const { app, id } = await startWaiting();
    await app.trigger('answered', { id: 'b', text: 'for b' });
    expect(app.executor.run(id)?.status).toBe('running');

    await app.trigger('answered', { id: 'a', text: 'for a' });

    expect(app.executor.run(id)?.outcome).toEqual({ result: 'for a' });
  });

  it('gives null when the time is up', async () => {
    const { app, id } = await startWaiting();

    await app.advance(hourMs);

    expect(app.executor.run(id)?.outcome).toEqual({ result: 'nobody answered' });
  });
});

describe('cancelling', () => {
  it('by cancelOn ends the run that matches, for good, and is announced', async () => {
    const { app, done, id } = await startCancellable();
    const other = only(await app.trigger('go', { id: 'b' }));

    await app.trigger('stop', { id: 'a' });
    await app.advance(6 * hourMs);

    expect(app.executor.run(id)?.status).toBe('cancelled');
    expect(app.executor.run(other.id)?.status).toBe('completed');
    expect(done).toEqual([`heard of ${id}`, 'after']);
  });

  it('by cancelOn is over after its timeout', async () => {
    const { app, id } = await startCancellable();
    await app.advance(3 * hourMs);

    await app.trigger('stop', { id: 'a' });

    expect(app.executor.run(id)?.status).toBe('running');
  });
});

describe('cancelling a run that invoked another', () => {
  it('ends both when both listen for the same event', async () => {
    const cancelOn: [{ event: string; match: string }] = [{ event: 'stop', match: 'data.id' }];
    const ends: string[] = [];
    const app = await startTestApp({
      onChange(change) {
        if ('functionId' in change && change.kind !== 'run-started')
          ends.push(`${change.kind} ${change.functionId}`);
      },
      functions: (client) => {
        const child = client.createFunction(
          { id: 'child', retries: 0, triggers: [{ event: 'child' }], cancelOn },
          async ({ step }) => step.sleep('nap', '5h'),
        );
        const parent = client.createFunction(
          { id: 'parent', retries: 0, triggers: [{ event: 'go' }], cancelOn },
          async ({ event, step }) => step.invoke('call', { function: child, data: event.data }),
        );
        return [child, parent];
      },
    });
    await app.trigger('go', { id: 'a' });

    await app.trigger('stop', { id: 'a' });
    await app.advance(6 * hourMs);

    expect(ends.toSorted()).toEqual(['run-cancelled app-child', 'run-cancelled app-parent']);
  });
});

describe('events', () => {
  it('sent twice under one id start one run', async () => {
    let runs = 0;
    const app = await startTestApp({
      functions: (client) => [
        client.createFunction(
          { id: 'once', retries: 0, triggers: [{ event: 'go' }] },
          async () => void runs++,
        ),
      ],
    });

    await app.trigger('go', {}, 'same-id');
    await app.trigger('go', {}, 'same-id');

    expect(runs).toBe(1);
  });

  it('start only the functions whose condition they satisfy', async () => {
    const started: string[] = [];
    const app = await startTestApp({
      functions: (client) => [
        client.createFunction(
          {
            id: 'eu',
            retries: 0,
            triggers: [{ event: 'go', if: "event.data.region == 'eu' && event.data.n != 2" }],
          },
          async ({ event }) => void started.push(`eu ${event.data['n']}`),
        ),
      ],
    });

    await app.trigger('go', { region: 'eu', n: 1 });
    await app.trigger('go', { region: 'eu', n: 2 });
    await app.trigger('go', { region: 'us', n: 3 });

    expect(started).toEqual(['eu 1']);
  });

  it('are sent by step.sendEvent once, though the function runs on', async () => {
    let received = 0;
    const app = await startTestApp({
      functions: (client) => [
        client.createFunction({ id: 'sender', retries: 0, triggers: [{ event: 'go' }] }, async ({ step }) => {
          await step.sendEvent('tell', { name: 'told', data: {} });
          await step.run('more', () => 1);
        }),
        client.createFunction(
          { id: 'receiver', retries: 0, triggers: [{ event: 'told' }] },
          async () => void received++,
        ),
      ],
    });

    await app.trigger('go');

    expect(received).toBe(1);
  });
});

describe('a cron trigger', () => {
  it('starts the function at each tick, and once for the ticks that were missed', async () => {
    const ticks: unknown[] = [];
    const app = await startTestApp({
      functions: (client) => [
        client.createFunction(
          { id: 'hourly', retries: 0, triggers: [{ cron: '0 * * * *' }] },
          async ({ event }) => {
            ticks.push(event.name);
          },
        ),
      ],
    });
    await app.executor.drain();
    expect(ticks).toEqual([]);

    await app.advance(hourMs);
    expect(ticks).toEqual(['inngest/scheduled.timer']);
    await app.advance(10 * hourMs);
    expect(ticks).toHaveLength(2);
  });
});

describe('retention', () => {
  it('forgets finished runs that are old enough and keeps those under way', async () => {
    const app = await startTestApp({
      retentionMs: 24 * hourMs,
      functions: (client) => [
        client.createFunction({ id: 'short', retries: 0, triggers: [{ event: 'short' }] }, async () => 1),
        client.createFunction({ id: 'long', retries: 0, triggers: [{ event: 'long' }] }, async ({ step }) => {
          await step.sleep('nap', '90d');
        }),
      ],
    });
    const short = only(await app.trigger('short'));
    const long = only(await app.trigger('long'));

    await app.advance(25 * hourMs);

    expect(app.executor.run(short.id)).toBeUndefined();
    expect(app.executor.run(long.id)?.status).toBe('running');
  });
});

async function startWaiting() {
  const app = await startTestApp({
    functions: (client) => [
      client.createFunction({ id: 'wait', retries: 0, triggers: [{ event: 'go' }] }, async ({ step }) => {
        const answer = await step.waitForEvent('answer', {
          event: 'answered',
          timeout: '1h',
          match: 'data.id',
        });
        return answer?.data['text'] ?? 'nobody answered';
      }),
    ],
  });
  return { app, id: only(await app.trigger('go', { id: 'a' })).id };
}

async function startCancellable() {
  const done: string[] = [];
  const app = await startTestApp({
    functions: (client) => [
      client.createFunction(
        {
          id: 'long',
          retries: 0,
          triggers: [{ event: 'go' }],
          cancelOn: [{ event: 'stop', match: 'data.id', timeout: '2h' }],
        },
        async ({ step }) => {
          await step.sleep('nap', '5h');
          await step.run('after', () => void done.push('after'));
        },
      ),
      client.createFunction(
        { id: 'mourner', retries: 0, triggers: [{ event: 'inngest/function.cancelled' }] },
        async ({ event }) => void done.push(`heard of ${event.data.run_id}`),
      ),
    ],
  });
  return { app, done, id: only(await app.trigger('go', { id: 'a' })).id };
}
