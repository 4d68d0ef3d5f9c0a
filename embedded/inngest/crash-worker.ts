/**
 * One process of the crash test: executor and app together, on the state file and with the step log that are given.
 * Prints each change, each step and, when nothing is left to do, "idle". With "hold", agents 5 to 10 never end.
 */
import { appendFileSync } from 'node:fs';
import { Inngest } from 'inngest';
import { serve } from 'inngest/edge';
import { startExecutor } from './executor.ts';

const [stateFile = '', stepLog = '', hold = '', clockOffsetMs = '0'] = process.argv.slice(2);
const keys = { signingKey: 'signkey-test-0123456789abcdef', eventKey: 'key' };

function note(line: string): void {
  appendFileSync(stepLog, `${line}\n`);
  process.stdout.write(`${line}\n`);
}

const client = new Inngest({
  id: 'app',
  isDev: false,
  ...keys,
  baseUrl: 'http://executor.invalid',
  fetch: (input, init) => executor.fetch(input, init),
});
const fan = client.createFunction(
  { id: 'fan', retries: 0, triggers: [{ event: 'go' }] },
  async ({ step }) => {
    await step.run('plan', () => note('plan'));
    const results = await Promise.all(
      Array.from({ length: 11 }, (_, index) =>
        step.run(`agent-${index}`, async () => {
          note(`start agent-${index}`);
          if (hold === 'hold' && index >= 5) await new Promise(() => {});
          note(`end agent-${index}`);
          return index;
        }),
      ),
    );
    await step.sleep('nap', '1h');
    return step.run('join', () => {
      note('join');
      return results.reduce((sum, value) => sum + value, 0);
    });
  },
);
const executor = await startExecutor({
  stateFile,
  app: { call: serve({ client, functions: [fan], servePath: '/api/inngest' }) },
  ...keys,
  now: () => Date.now() + Number(clockOffsetMs),
  onChange: (change) => process.stdout.write(`${JSON.stringify(change)}\n`),
});
await executor.register();
await client.send({ name: 'go', id: 'the-run' });
await executor.drain();
process.stdout.write(
  `idle ${JSON.stringify(executor.runsOfEvent('the-run').map((run) => run.outcome ?? run.status))}\n`,
);
