import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { serve } from 'inngest/edge';
import { type Executor, startExecutor } from '#embedded/inngest/executor.ts';
import type { Backoff } from '#embedded/inngest/state/apply-answer.ts';
import { startMongo } from '#embedded/mongo/server.ts';
import { allFunctions } from '#inngest/functions/all.ts';
import { type Composition, compose } from '#lib/composition.ts';
import type { App } from '#lib/usecases/app.ts';

export type OwnStack = Composition & { executor: Executor };

export type StackOptions = {
  /** Other things behind the ports. */
  replaced?: Partial<App>;
  /** The wait before a retry, in milliseconds. */
  backoff?: Backoff;
};

/**
 * Does the work on a whole stack inside this process: embedded database and executor with their state under `directory`, the
 * durable functions called without a port. The stack ends with the work.
 */
export async function onOwnStack<T>(
  directory: string,
  work: (stack: OwnStack) => Promise<T>,
  { replaced = {}, backoff }: StackOptions = {},
): Promise<T> {
  const database = await startMongo({ dataDir: path.join(directory, 'mongo'), replicaSetName: 'infra' });
  const keys = {
    signingKey: `signkey-prod-${randomBytes(32).toString('hex')}`,
    eventKey: randomBytes(24).toString('base64url'),
  };
  const served = Promise.withResolvers<(request: Request) => Promise<Response>>();
  const call = async (request: Request): Promise<Response> => (await served.promise)(request);
  const executor = await startExecutor({
    stateFile: path.join(directory, 'jobs.sqlite'),
    app: { call },
    port: 0,
    ...keys,
    ...(backoff === undefined ? {} : { backoff }),
  });
  try {
    const composition = await compose(
      {
        mode: 'local',
        databaseUrl: database.url,
        authSecret: randomBytes(32).toString('hex'),
        origin: 'http://127.0.0.1',
        inngest: { isDev: false, ...keys, baseUrl: executor.url },
      },
      replaced,
    );
    try {
      served.resolve(
        serve({ client: composition.inngest, functions: allFunctions(composition.inngest, composition.app) }),
      );
      await executor.register();
      return await work({ ...composition, executor });
    } finally {
      await executor.close();
      await composition.app.db.close();
    }
  } finally {
    await executor.close();
    await database.close();
  }
}
