import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { signalGroup } from './process-group.mjs';

/**
 * Runs a command to its end; what it writes goes to a file and is returned. An interruption ends it and all it started.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, logFile: string, env: NodeJS.ProcessEnv, interrupted: AbortSignal }} options
 * @returns {Promise<{ code: number, output: string }>} code 1 also when a signal ended it
 * @throws the reason of `interrupted`
 */
export async function runLogged(command, args, { cwd, logFile, env, interrupted }) {
  await mkdir(path.dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile);
  interrupted.throwIfAborted();
  const child = spawn(command, args, {
    cwd,
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = () => signalGroup(child, 'SIGTERM');
  interrupted.addEventListener('abort', end);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text;
      log.write(text);
    });
  }
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  interrupted.removeEventListener('abort', end);
  log.end();
  await finished(log);
  interrupted.throwIfAborted();
  return { code, output };
}
