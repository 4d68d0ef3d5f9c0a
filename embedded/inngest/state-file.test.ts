import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { only, startTestApp, temporaryFolder } from './test-app.ts';

describe('two executors on one state file', () => {
  it('share the work and do none of it twice', async () => {
    const stateFile = join(temporaryFolder(), 'jobs.db');
    const done: string[] = [];
    const bothAtWork = Promise.withResolvers<void>();
    const start = (name: string) =>
      startTestApp({
        stateFile,
        functions: (client) => [
          client.createFunction(
            { id: 'f', retries: 0, triggers: [{ event: 'go' }] },
            async ({ event, step }) => {
              const one = (part: string) =>
                step.run(part, async () => {
                  done.push(`${name} ${event.data['n']} ${part}`);
                  if (name === 'b') bothAtWork.resolve();
                  await bothAtWork.promise;
                });
              await one('first');
              await Promise.all([one('left'), one('right')]);
            },
          ),
        ],
      });
    const [a, b] = [await start('a'), await start('b')];
    const events = Array.from({ length: 10 }, (_, n) => ({ name: 'go', data: { n }, id: `event-${n}` }));
    await a.client.send(events.slice(0, 5));
    const firstHalf = a.executor.drain();
    await b.client.send(events.slice(5));
    await Promise.all([firstHalf, b.executor.drain()]);
    await Promise.all([a.executor.drain(), b.executor.drain()]);

    const runs = events.map(({ id }) => only(a.executor.runsOfEvent(id)).status);
    expect(new Set(runs)).toEqual(new Set(['completed']));
    expect(done).toHaveLength(30);
    expect(new Set(done.map((line) => line.slice(2))).size).toBe(30);
    expect(new Set(done.map((line) => line.charAt(0)))).toEqual(new Set(['a', 'b']));
  });

  it('let the second take over what the first no longer holds, and drop the first one’s late answer', async () => {
    const stateFile = join(temporaryFolder(), 'jobs.db');
    let clock = Date.now();
    const started = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const start = (name: string, work: () => Promise<void>) =>
      startTestApp({
        stateFile,
        now: () => clock,
        leaseMs: 60_000,
        functions: (client) => [
          client.createFunction({ id: 'f', retries: 0, triggers: [{ event: 'go' }] }, async ({ step }) =>
            step.run('work', async () => {
              await work();
              return name;
            }),
          ),
        ],
      });
    const slow = await start('slow', async () => {
      started.resolve();
      await release.promise;
    });
    const fast = await start('fast', async () => {});
    await slow.client.send({ name: 'go', id: 'contested' });
    const slowDone = slow.executor.drain();
    await started.promise;

    clock += 61_000;
    await fast.executor.drain();
    release.resolve();
    await slowDone;

    expect(only(slow.executor.runsOfEvent('contested'))).toMatchObject({
      status: 'completed',
      outcome: { result: 'fast' },
    });
  });

  it('do not let a late failure of the first end a run that the second has taken over', async () => {
    const stateFile = join(temporaryFolder(), 'jobs.db');
    let clock = Date.now();
    const started = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const start = (body: (sleep: () => Promise<void>) => Promise<void>) =>
      startTestApp({
        stateFile,
        now: () => clock,
        functions: (client) => [
          client.createFunction({ id: 'f', retries: 0, triggers: [{ event: 'go' }] }, async ({ step }) =>
            body(() => step.sleep('nap', '1h')),
          ),
        ],
      });
    const failing = await start(async () => {
      started.resolve();
      await release.promise;
      throw new Error('too late');
    });
    const sleeping = await start((sleep) => sleep());
    await failing.client.send({ name: 'go', id: 'contested' });
    const failed = failing.executor.drain();
    await started.promise;

    clock += 61_000;
    await sleeping.executor.drain();
    release.resolve();
    await failed;

    expect(only(sleeping.executor.runsOfEvent('contested')).status).toBe('running');
  });

  it('leave a step alone for as long as the other one is at it', async () => {
    const stateFile = join(temporaryFolder(), 'jobs.db');
    let starts = 0;
    const started = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const start = () =>
      startTestApp({
        stateFile,
        now: Date.now,
        leaseMs: 60,
        functions: (client) => [
          client.createFunction({ id: 'f', retries: 0, triggers: [{ event: 'go' }] }, async ({ step }) =>
            step.run('long', async () => {
              starts++;
              started.resolve();
              await release.promise;
            }),
          ),
        ],
      });
    const [a, b] = [await start(), await start()];
    await a.client.send({ name: 'go' });
    const done = a.executor.drain();
    await started.promise;
    const until = Date.now() + 200;
    while (Date.now() < until) {
      // oxlint-disable-next-line no-await-in-loop
      await Promise.race([b.executor.drain(), new Promise((resolve) => setTimeout(resolve, 20))]);
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    release.resolve();
    await done;

    expect(starts).toBe(1);
  });
});

describe('closing an executor', () => {
  it('waits for the call under way and writes its outcome down', async () => {
    const stateFile = join(temporaryFolder(), 'jobs.db');
    const started = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    let starts = 0;
    const start = () =>
      startTestApp({
        stateFile,
        functions: (client) => [
          client.createFunction({ id: 'f', retries: 0, triggers: [{ event: 'go' }] }, async ({ step }) => {
            await step.run('work', async () => {
              starts++;
              started.resolve();
              await release.promise;
            });
            return step.run('after', () => 'done');
          }),
        ],
      });
    const first = await start();
    await first.client.send({ name: 'go', id: 'interrupted' });
    await started.promise;
    const closed = first.executor.close(5000);
    release.resolve();
    await closed;

    const second = await start();
    await second.executor.drain();

    expect(only(second.executor.runsOfEvent('interrupted')).outcome).toEqual({ result: 'done' });
    expect(starts).toBe(1);
  });

  it('does not wait longer than it was told, and the next executor does the step again', async () => {
    const stateFile = join(temporaryFolder(), 'jobs.db');
    let clock = Date.now();
    let starts = 0;
    const started = Promise.withResolvers<void>();
    const start = () =>
      startTestApp({
        stateFile,
        transport: 'loopback',
        now: () => clock,
        functions: (client) => [
          client.createFunction({ id: 'f', retries: 0, triggers: [{ event: 'go' }] }, async ({ step }) =>
            step.run('work', async () => {
              started.resolve();
              if (++starts === 1) await new Promise(() => {});
              return starts;
            }),
          ),
        ],
      });
    const first = await start();
    await first.client.send({ name: 'go', id: 'interrupted' });
    await started.promise;
    await first.executor.close(10);
    clock += 3001;

    const second = await start();
    await second.executor.drain();

    expect(only(second.executor.runsOfEvent('interrupted')).outcome).toEqual({ result: 2 });
  });
});

describe('a state file that is damaged', () => {
  it('is refused in one sentence and left as it is', async () => {
    const stateFile = join(temporaryFolder(), 'jobs.db');
    writeFileSync(
      stateFile,
      'this is no database, and longer than the hundred bytes of a header: '.repeat(4),
    );
    const before = readFileSync(stateFile, 'utf8');

    await expect(startTestApp({ stateFile, functions: () => [] })).rejects.toThrow(
      /The job state in ".*" cannot be opened/,
    );

    expect(readFileSync(stateFile, 'utf8')).toBe(before);
  });
});
