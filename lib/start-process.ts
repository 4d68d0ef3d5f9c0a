import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { seedDemo } from './auth/seed-demo.ts';
import { getComposition } from './composition.ts';

/** What a web process does before it serves: connects everything, and in local mode seeds the demo organisation. */
export async function startProcess(): Promise<void> {
  const { app, env } = await getComposition();
  if (env.demoPassword !== undefined) await seedDemo(app, env.demoPassword, examplesDirectory());
}

function examplesDirectory(): URL {
  return pathToFileURL(path.join(/* turbopackIgnore: true */ process.cwd(), 'examples/'));
}
