import { Inngest } from 'inngest';
import { readCatalogue } from './data/catalogue/read-catalogue.ts';
import { applySchema } from './data/indexes.ts';
import { openDatabase } from './data/database.ts';
import { type Env, readEnv } from './env.ts';
import { inngestJobs } from './jobs/jobs.ts';
import { createAnalyst } from './llm/analyst.ts';
import { renderPdf } from './render/pdf/render-pdf.ts';
import { specialists } from './specialists/registry.ts';
import type { App } from './usecases/app.ts';

export type Composition = { env: Env; app: App; inngest: Inngest };

/** Builds everything once: the only place that knows which implementation stands behind each port. Tests replace ports. */
export async function compose(env: Env, replaced: Partial<App> = {}): Promise<Composition> {
  const now = () => new Date();
  const db = openDatabase(env.databaseUrl, { now });
  const [catalogue] = await Promise.all([readCatalogue(), applySchema(db)]);
  const inngest = jobClient(env);
  const app: App = {
    db,
    catalogue,
    specialists,
    model: createAnalyst(),
    jobs: inngestJobs(inngest),
    renderPdf,
    now,
    ...replaced,
  };
  return { env, app, inngest };
}

declare global {
  /** Bundles may hold this module more than once, so what exists once per process is kept here. */
  var infraMind: Promise<Composition> | undefined;
}

/** The composition of this process. A start that failed is tried anew by the next request: the database may be up by then. */
export function getComposition(): Promise<Composition> {
  globalThis.infraMind ??= compose(readEnv()).catch((error: unknown) => {
    globalThis.infraMind = undefined;
    throw error;
  });
  return globalThis.infraMind;
}

function jobClient({ inngest }: Env): Inngest {
  return new Inngest({
    id: 'infra-mind',
    isDev: inngest.isDev,
    ...(inngest.eventKey === undefined ? {} : { eventKey: inngest.eventKey }),
    ...(inngest.signingKey === undefined ? {} : { signingKey: inngest.signingKey }),
    ...(inngest.baseUrl === undefined ? {} : { baseUrl: inngest.baseUrl }),
    checkpointing: false,
  });
}
