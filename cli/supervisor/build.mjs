import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { npmCommand } from './npm-command.mjs';
import { runLogged } from './run-logged.mjs';
import { hashSources } from './source-hash.mjs';
import { errorCode, StartProblem } from './start-problem.mjs';

const shownLines = 30;

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
  await runBuild('build', root, logFile, interrupted);
  await writeFile(stampFile, sourceHash);
}

/**
 * Builds only what the development server does not build itself: the PDF worker. Takes a fraction of a second.
 *
 * @param {string} root the project's folder
 * @param {string} logFile where the build's output goes
 * @param {(line: string) => void} _say
 * @param {AbortSignal} interrupted
 * @returns {Promise<void>}
 * @throws {StartProblem} when the build fails
 */
export async function buildForDevelopment(root, logFile, _say, interrupted) {
  await runBuild('build:pdf', root, logFile, interrupted);
}

/**
 * @param {'build' | 'build:pdf'} script of package.json
 * @param {string} root
 * @param {string} logFile
 * @param {AbortSignal} interrupted
 */
async function runBuild(script, root, logFile, interrupted) {
  const npm = npmCommand(process.env);
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: /** @type {const} */ ('production') };
  const { code, output } = await runLogged(npm.command, [...npm.args, 'run', script], {
    cwd: root,
    logFile,
    env,
    interrupted,
  });
  if (code === 0) return;
  throw new StartProblem(buildSentence(output, logFile), {
    lastLines: output.trimEnd().split('\n').slice(-shownLines),
  });
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
