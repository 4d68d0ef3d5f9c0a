import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { signalGroup } from './process-group.mjs';

const keptLines = 20;
const endWithParent = new URL('./end-with-parent.mjs', import.meta.url).href;

/**
 * @typedef {object} Child a process of the stack
 * @property {string} name as a person reads it, such as `The web server`
 * @property {number | undefined} pid
 * @property {Promise<string>} ended resolves with how it ended, such as `exit code 1`
 * @property {() => boolean} running
 * @property {() => readonly string[]} lastLines the last lines it wrote
 * @property {(graceMs: number) => Promise<void>} stop asks it to end, and kills it when it has not after the grace
 */

/**
 * Starts a Node.js script. It gets its own process group, so that Ctrl-C reaches the supervisor alone, which then ends its
 * children in order; what it writes goes to a log, the one of the start before is kept as `.previous`.
 *
 * @param {object} options
 * @param {string} options.name
 * @param {string} options.node path of the Node.js to run it with
 * @param {readonly string[]} options.script path and arguments
 * @param {string} options.cwd
 * @param {NodeJS.ProcessEnv} options.env
 * @param {string} options.logFile
 * @param {(line: string) => void} [options.onLine] called for every line of its standard output
 * @returns {Child}
 */
export function startChild({ name, node, script, cwd, env, logFile, onLine }) {
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.previous`);
  const log = createWriteStream(logFile);
  // A log that cannot be written (full disk) must not end a server that still serves.
  log.on('error', () => log.destroy());

  const child = spawn(node, ['--import', endWithParent, ...script], {
    cwd,
    env: {
      ...env,
      INFRA_MIND_SUPERVISOR: String(process.pid),
      // What the process starts by the name `node` runs on the same Node.js.
      PATH: `${path.dirname(node)}${path.delimiter}${env['PATH'] ?? ''}`,
    },
    detached: process.platform !== 'win32',
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  /** @type {string[]} */ const lines = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (lines.length > keptLines) lines.shift();
      if (log.writable) log.write(`${line}\n`);
      if (stream === child.stdout) onLine?.(line);
    });
  }

  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => {
      log.end();
      resolve(signal ? `signal ${signal}` : `exit code ${code}`);
    });
  });
  const running = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null;

  return {
    name,
    pid: child.pid,
    ended,
    running,
    lastLines: () => lines,
    stop: async (graceMs) => {
      if (!running()) return;
      child.kill('SIGTERM');
      const killing = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs);
      await ended;
      clearTimeout(killing);
    },
  };
}
