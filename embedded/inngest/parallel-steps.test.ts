import { NonRetriableError } from 'inngest';
import { describe, expect, it } from 'vitest';
import { only, startTestApp } from './test-app.ts';

describe('a function that plans, fans out to eleven steps and joins', () => {
  it.each(['in-process', 'loopback'] as const)(
    'runs each step once, all eleven at once (%s)',
    async (transport) => {
      const runs: string[] = [];
      let passes = 0;
      const gate = meetingPoint(11);
      const app = await startTestApp({
        transport,
        functions: (client) => [
          client.createFunction({ id: 'fan', retries: 0, triggers: [{ event: 'go' }] }, async ({ step }) => {
            passes++;
            const names = await step.run('plan', () => {
              runs.push('plan');
              return Array.from({ length: 11 }, (_, index) => `agent-${index}`);
            });
            const results = await Promise.all(
              names.map((name: string, index: number) =>
                step.run(name, async () => {
                  runs.push(name);
                  await gate.arrive();
                  return index;
                }),
              ),
            );
            return step.run('join', () => {
              runs.push('join');
              return results.reduce((sum, value) => sum + value, 0);
            });
          }),
        ],
      });

      const run = only(await app.trigger('go'));

      expect(run).toMatchObject({ status: 'completed', outcome: { result: 55 } });
      expect(runs.toSorted()).toEqual(
        ['join', 'plan', ...Array.from({ length: 11 }, (_, i) => `agent-${i}`)].toSorted(),
      );
      expect(passes).toBe(15);
    },
  );
});

describe('steps in parallel', () => {
  it('join only when all of them are done, a sleep and a wait among them', async () => {
    let joins = 0;
    const app = await startTestApp({
      functions: (client) => [
        client.createFunction({ id: 'mixed', retries: 0, triggers: [{ event: 'go' }] }, async ({ step }) => {
          const [a, , event] = await Promise.all([
            step.run('a', () => 'a'),
            step.sleep('nap', '1h'),
            step.waitForEvent('wait', { event: 'ok', timeout: '2d' }),
          ]);
          joins++;
          return [a, event?.data['n']];
        }),
      ],
    });
    const { id } = only(await app.trigger('go'));
    await app.trigger('ok', { n: 7 });
    expect(app.executor.run(id)?.status).toBe('running');
    expect(joins).toBe(0);

    await app.advance(3_600_000);

    expect(app.executor.run(id)).toMatchObject({ status: 'completed', outcome: { result: ['a', 7] } });
    expect(joins).toBe(1);
  });

  it('of a race go on as soon as one has ended, and the loser is run once', async () => {
    const runs: string[] = [];
    const app = await startTestApp({
      functions: (client) => [
        client.createFunction(
          { id: 'race', retries: 0, triggers: [{ event: 'go' }] },
          async ({ step, group }) => {
            const winner = await group.parallel({ mode: 'race' }, () =>
              Promise.race([
                step.run('fast', () => {
                  runs.push('fast');
                  return 'fast';
                }),
                step.sleep('slow', '1h').then(() => 'slow'),
              ]),
            );
            await step.run('after', () => void runs.push(`after ${winner}`));
            await step.run('later', () => void runs.push('later'));
            return winner;
          },
        ),
      ],
    });
    const { id } = only(await app.trigger('go'));
    expect(runs).toEqual(['fast', 'after fast', 'later']);

    await app.advance(3_600_000);

    expect(app.executor.run(id)).toMatchObject({ status: 'completed', outcome: { result: 'fast' } });
    expect(runs).toEqual(['fast', 'after fast', 'later']);
  });

  it('of a race do not wait for a step beside it', async () => {
    const runs: string[] = [];
    const slow = Promise.withResolvers<void>();
    const app = await startTestApp({
      functions: (client) => [
        client.createFunction(
          { id: 'beside', retries: 0, triggers: [{ event: 'go' }] },
          async ({ step, group }) => {
            const race = group.parallel({ mode: 'race' }, () =>
              step.run('fast', () => void runs.push('fast')),
            );
            await Promise.all([
              race,
              step.run('slow', async () => {
                runs.push('slow');
                await slow.promise;
              }),
              race.then(() =>
                step.run('after fast', () => {
                  runs.push('after fast');
                  slow.resolve();
                }),
              ),
            ]);
          },
        ),
      ],
    });

    expect(only(await app.trigger('go')).status).toBe('completed');
    expect(runs.toSorted()).toEqual(['after fast', 'fast', 'slow']);
  });

  it('that are still at work are not run a second time when a race beside them ends', async () => {
    let slowRuns = 0;
    let passes = 0;
    const slow = Promise.withResolvers<void>();
    const app = await startTestApp({
      functions: (client) => [
        client.createFunction(
          { id: 'beside', retries: 0, triggers: [{ event: 'go' }] },
          async ({ step, group }) => {
            // One pass finds the two steps, two passes run them; the fourth asks what comes after the race.
            if (++passes === 4) slow.resolve();
            await Promise.all([
              group.parallel({ mode: 'race' }, () => step.run('fast', () => 1)),
              step.run('slow', async () => {
                slowRuns++;
                await slow.promise;
              }),
            ]);
          },
        ),
      ],
    });

    expect(only(await app.trigger('go')).status).toBe('completed');
    expect(slowRuns).toBe(1);
  });

  it('never exceed the concurrency limit of their function', async () => {
    let now = 0;
    let peak = 0;
    const app = await startTestApp({
      functions: (client) => [
        client.createFunction(
          { id: 'limited', retries: 0, concurrency: 3, triggers: [{ event: 'go' }] },
          async ({ step }) => {
            await Promise.all(
              Array.from({ length: 9 }, (_, index) =>
                step.run(`s${index}`, async () => {
                  peak = Math.max(peak, ++now);
                  await new Promise((resolve) => setTimeout(resolve, 5));
                  now--;
                }),
              ),
            );
            return 'done';
          },
        ),
      ],
    });

    expect(only(await app.trigger('go')).status).toBe('completed');
    expect(peak).toBe(3);
  });
});

describe('step.invoke', () => {
  it('gives each child its own run, and its failure to the caller', async () => {
    const app = await startTestApp({
      functions: (client) => {
        const child = client.createFunction(
          { id: 'child', retries: 0, triggers: [{ event: 'child' }] },
          async ({ event, step }) => {
            const n = await step.run('read', () => Number(event.data['n']));
            if (n === 3) throw new NonRetriableError(`child ${n} failed`);
            return n * 2;
          },
        );
        const parent = client.createFunction(
          { id: 'parent', retries: 0, triggers: [{ event: 'go' }] },
          async ({ step }) => {
            const settled = await Promise.allSettled(
              [1, 2, 3].map((n) => step.invoke(`call-${n}`, { function: child, data: { n } })),
            );
            return settled.map((one) =>
              one.status === 'fulfilled' ? one.value : String(one.reason.message),
            );
          },
        );
        return [child, parent];
      },
    });

    expect(only(await app.trigger('go')).outcome).toEqual({ result: [2, 4, 'child 3 failed'] });
  });

  it('fails in the caller when the child takes longer than allowed, whatever the child comes to later', async () => {
    const app = await startTestApp({
      functions: (client) => {
        const child = client.createFunction({ id: 'child', retries: 0, triggers: [] }, async ({ step }) => {
          await step.sleep('long', '2h');
        });
        const parent = client.createFunction(
          { id: 'parent', retries: 0, triggers: [{ event: 'go' }] },
          async ({ step }) => {
            const answer = await step
              .invoke('call', { function: child, timeout: '1h' })
              .catch((error: Error) => error.message);
            await step.sleep('past the end of the child', '5h');
            return answer;
          },
        );
        return [child, parent];
      },
    });
    const { id } = only(await app.trigger('go'));

    await app.advance(3_600_000);
    await app.advance(2 * 3_600_000);
    await app.advance(5 * 3_600_000);

    expect(app.executor.run(id)?.outcome).toEqual({ result: 'The invoked function did not finish in time.' });
  });
});

/** `arrive` resolves once `count` callers wait in it: proof that they are under way at the same time. */
function meetingPoint(count: number) {
  const { promise, resolve } = Promise.withResolvers<void>();
  let arrived = 0;
  return {
    arrive() {
      if (++arrived === count) resolve();
      return promise;
    },
  };
}
