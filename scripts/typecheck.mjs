// Types of the whole project: `npm run typecheck`. Next.js writes the types of its routes first, once there are routes.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** @type {string[][]} */
const commands = [...(existsSync('app') ? [['next', 'typegen']] : []), ['tsc', '--noEmit']];

for (const [name = '', ...args] of commands) {
  const { status, error } = spawnSync(`node_modules/.bin/${name}`, args, { stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
