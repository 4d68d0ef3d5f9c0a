/**
 * One process that is a whole stack (database, executor, app) on the directory that is given. It starts the one run of the
 * directory or finds it there, and prints its outcome; with a moment it kills itself with SIGKILL when that comes.
 */
import { randomBytes } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { serve } from 'inngest/edge';
import { startExecutor } from '#embedded/inngest/executor.ts';
import { opsSchema } from '#embedded/inngest/wire/protocol.ts';
import { startMongo } from '#embedded/mongo/server.ts';
import { allFunctions } from '#inngest/functions/all.ts';
import { compose } from '#lib/composition.ts';
import { killPoints } from './kill-points.ts';
import { type JournalLine, moments } from './moments.ts';
import { findOrStartRun, outcomeOf, untilEnd } from './the-run.ts';

const [directory = '', wanted] = process.argv.slice(2);
const moment = moments.find((known) => known === wanted);
const journalFile = path.join(directory, 'journal.jsonl');

const database = await startMongo({ dataDir: path.join(directory, 'mongo'), replicaSetName: 'infra' });
const keys = {
  signingKey: `signkey-prod-${randomBytes(32).toString('hex')}`,
  eventKey: randomBytes(24).toString('base64url'),
};
const points = await killPoints(moment, () => process.kill(process.pid, 'SIGKILL'));
const served = Promise.withResolvers<(request: Request) => Promise<Response>>();
const executor = await startExecutor({
  stateFile: path.join(directory, 'jobs.sqlite'),
  app: { call: async (request) => journalled(await served.promise, request) },
  port: 0,
  ...keys,
  onChange(change) {
    if (change.kind === 'step-completed')
      journal({ kind: 'completed', run: change.runId, step: change.stepName });
    points.onChange(change);
  },
});
const { app, inngest } = await compose(
  {
    mode: 'local',
    databaseUrl: database.url,
    authSecret: randomBytes(32).toString('hex'),
    origin: 'http://127.0.0.1',
    inngest: { isDev: false, ...keys, baseUrl: executor.url },
  },
  points.ports,
);
served.resolve(serve({ client: inngest, functions: allFunctions(inngest, app) }));
const registered = executor.register();
const { actor, runId } = await findOrStartRun(app, path.join(directory, 'run.json'));
await registered;
await untilEnd(app, actor, runId);
// The run's last event precedes the moment at which the executor has its last step on disk.
await executor.drain();
process.stdout.write(`${JSON.stringify(await outcomeOf(app, actor, runId))}\n`);
await executor.close();
await app.db.close();
await database.close();

function journal(line: JournalLine): void {
  appendFileSync(journalFile, `${JSON.stringify(line)}\n`);
}

/** Passes a call on and notes the steps whose results are in the answer. */
async function journalled(
  handler: (request: Request) => Promise<Response>,
  request: Request,
): Promise<Response> {
  const run = request.headers.get('x-run-id') ?? '';
  const response = await handler(request);
  if (response.status !== 206) return response;
  const text = await response.text();
  for (const { op, displayName, name, id } of opsSchema.parse(JSON.parse(text)))
    if (op === 'StepRun' || op === 'Step')
      journal({ kind: 'answered', run, step: displayName ?? name ?? id });
  return new Response(text, response);
}
