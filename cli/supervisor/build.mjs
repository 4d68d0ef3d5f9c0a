import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { npmCommand } from './npm-command.mjs';
import { runLogged } from './run-logged.mjs';
import { hashSources } from './source-hash.mjs';
import { errorCode, StartProblem } from './start-problem.mjs';

/**
 * Builds the web application and the PDF worker unless the sources are those of the last build.
 *
 * @param {string} root the project's folder
 * @param {string} logFile where the build's output goes
 * @param {(line: string) => void} say
 * @param {AbortSignal} interrupted
 * @returns {Promise<void>}
 * @throws {StartProblem} when the build fails
 */
export async function ensureBuilt(root, logFile, say, interrupted) {
  const stampFile = path.join(root, '.next', 'infra-mind-build');
  const sourceHash = await hashSources(root);
  if ((await readStamp(stampFile)) === sourceHash) return;

  say('Building (about half a minute, only when the sources changed) ...');
  const npm = npmCommand(process.env);
  const { code, output } = await runLogged(npm.command, [...npm.args, 'run', 'build'], {
    cwd: root,
    logFile,
    interrupted,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  });
  if (code !== 0) throw new StartProblem(buildSentence(output, logFile));
  await writeFile(stampFile, sourceHash);
}

/**
 * @param {string} output everything the build wrote
 * @param {string} logFile
 */
export function buildSentence(output, logFile) {
  if (output.includes('ENOSPC'))
    return 'The disk is full, so the build failed: free about a gigabyte, then start again.';
  return `The build failed: read why in ${logFile}, correct it (or go back to the last version that worked), then start again.`;
}

/** @param {string} file */
async function readStamp(file) {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
