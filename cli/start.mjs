// `npm start`: the one command (`npm run dev`: the same with Next.js's development server, which follows the sources). Plain JavaScript on purpose: it runs on Node.js 20 before anything is installed, and starts
// everything else on the Node.js that it installs.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildForDevelopment, ensureBuilt } from './supervisor/build.mjs';
import { ensureInstalled, nodeOfProject } from './supervisor/install.mjs';
import { interruption } from './supervisor/interrupt.mjs';
import { start } from './supervisor/start.mjs';

const development = process.argv.includes('--development');
const root = fileURLToPath(new URL('..', import.meta.url));

process.exitCode = await start({
  nodeVersion: process.versions.node,
  env: process.env,
  stack: {
    root,
    node: nodeOfProject(root),
    standInScript: [path.join(root, 'cli', 'stand-ins.ts')],
    webScript: ({ port, host }) => [
      path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next'),
      development ? 'dev' : 'start',
      '--port',
      String(port),
      '--hostname',
      host,
    ],
    nodeEnvironment: development ? 'development' : 'production',
    readyLimitMs: 60_000,
    graceMs: 8000,
  },
  interrupted: interruption(process),
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
  install: ensureInstalled,
  build: development ? buildForDevelopment : ensureBuilt,
});
