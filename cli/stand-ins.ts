import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { startExecutor } from '#embedded/inngest/executor.ts';
import { startMongo } from '#embedded/mongo/server.ts';
import { toAppError } from '#lib/errors.ts';

/**
 * One process that stands in for MongoDB, for Inngest, or both, on the loopback interface. It writes one line of JSON
 * when it is ready or refuses, and ends cleanly on SIGTERM.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { database: { type: 'boolean' }, executor: { type: 'boolean' } } });
  const dataDirectory = z
    .string({ error: 'INFRA_MIND_DATA is not set' })
    .parse(process.env['INFRA_MIND_DATA']);
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
  const database = values.database === true ? await startDatabase(dataDirectory) : undefined;
  const executor = values.executor === true ? await startJobs(dataDirectory) : undefined;
  let ending = false;
  const end = async (): Promise<void> => {
    ending = true;
    await executor?.close();
    await database?.close();
    process.exit(0);
  };
  process.once('SIGTERM', () => void end().catch(fail));
  process.once('SIGINT', () => void end().catch(fail));
  tell({
    ready: true,
    ...(database === undefined ? {} : { databaseUrl: database.url }),
    ...(executor === undefined ? {} : { executorUrl: executor.url }),
  });
  // The web server starts after this process, so registration waits for it; ending gives the wait up.
  await executor?.register().catch((error: unknown) => {
    if (!ending) throw error;
  });
}

async function startDatabase(dataDirectory: string) {
  const server = await startMongo({ dataDir: path.join(dataDirectory, 'mongo'), replicaSetName: 'infra' });
  return { url: server.url.replace('/?', '/infra_mind?'), close: () => server.close() };
}

const jobsEnvironment = z.object({
  APP_URL: z.url({ error: 'APP_URL is not set' }),
  INNGEST_SIGNING_KEY: z.string({ error: 'INNGEST_SIGNING_KEY is not set' }),
  INNGEST_EVENT_KEY: z.string({ error: 'INNGEST_EVENT_KEY is not set' }),
});

function startJobs(dataDirectory: string) {
  const env = jobsEnvironment.parse(process.env);
  return startExecutor({
    stateFile: path.join(dataDirectory, 'jobs.sqlite'),
    app: { url: new URL('/api/inngest', env.APP_URL).href },
    signingKey: env.INNGEST_SIGNING_KEY,
    eventKey: env.INNGEST_EVENT_KEY,
    port: 0,
  });
}

function tell(message: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

function fail(error: unknown): never {
  tell({ error: toAppError(error).message });
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}

await main().catch(fail);
