import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { npmCommand } from './npm-command.mjs';
import { runLogged } from './run-logged.mjs';
import { errorCode, StartProblem } from './start-problem.mjs';

/** @typedef {{ packages?: Record<string, { version?: string, optional?: boolean, link?: boolean }> }} Lock */

/**
 * Installs the packages of package-lock.json unless they are there already.
 *
 * @param {string} root the project's folder
 * @param {string} logFile where npm's output goes
 * @param {(line: string) => void} say
 * @param {AbortSignal} interrupted
 * @returns {Promise<void>}
 * @throws {StartProblem} with npm's reason when it refuses
 */
export async function ensureInstalled(root, logFile, say, interrupted) {
  const stampFile = path.join(root, 'node_modules', '.infra-mind-install');
  const lockText = await readFile(path.join(root, 'package-lock.json'), 'utf8');
  const lockHash = createHash('sha256').update(lockText).digest('hex');
  if ((await readIfPresent(stampFile)) === lockHash) return;

  const installedText = await readIfPresent(path.join(root, 'node_modules', '.package-lock.json'));
  if (installedText === undefined || !isComplete(JSON.parse(lockText), JSON.parse(installedText))) {
    say('Installing packages (about a minute, only when they changed) ...');
    const npm = npmCommand(process.env);
    const { code, output } = await runLogged(
      npm.command,
      [...npm.args, 'ci', '--include=dev', '--loglevel=error'],
      {
        cwd: root,
        logFile,
        env: process.env,
        interrupted,
      },
    );
    if (code !== 0) throw new StartProblem(installSentence(output, logFile));
  }
  if (!existsSync(nodeOfProject(root))) {
    throw new StartProblem(
      'The Node.js that the project brings is missing, because npm was told not to run install scripts: run "npm ci --include=dev --ignore-scripts=false", then start again.',
    );
  }
  await writeFile(stampFile, lockHash);
}

/**
 * The Node.js that npm installed for the project; everything but the start itself runs on it.
 *
 * @param {string} root
 */
export function nodeOfProject(root) {
  return path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * Whether npm's own record of node_modules holds every package of the lock in its version. Optional packages may be left
 * out: they are for other platforms.
 *
 * @param {Lock} lock package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json
 */
export function isComplete(lock, installed) {
  return Object.entries(lock.packages ?? {}).every(
    ([place, { version, optional, link }]) =>
      place === '' || optional || link || installed.packages?.[place]?.version === version,
  );
}

/**
 * @param {string} output everything npm wrote
 * @param {string} logFile
 * @returns {string} one sentence: why npm refused, and what to do
 */
export function installSentence(output, logFile) {
  const code = /npm (?:error|ERR!) code (\w+)/.exec(output)?.[1] ?? /\b(ENOSPC|EACCES)\b/.exec(output)?.[1];
  switch (code) {
    case 'ENOSPC':
      return 'The disk is full, so the packages could not be installed: free about two gigabytes, then start again.';
    case 'EACCES':
    case 'EPERM':
      return `npm may not write in this folder, so the packages could not be installed: give your user access to it (details: ${logFile}).`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'ETIMEDOUT':
    case 'ERR_SOCKET_TIMEOUT':
      return `The npm registry does not answer (${code}), so the packages could not be installed: check the network and "npm config get registry", then start again.`;
    case 'E401':
    case 'E403':
      return `The npm registry refused access (${code}), so the packages could not be installed: sign in with "npm login", then start again (details: ${logFile}).`;
    case 'EUSAGE':
      return `package-lock.json does not fit package.json: run "npm run lock", then start again (details: ${logFile}).`;
    default:
      return `npm could not install the packages (${code ?? lastErrorLine(output)}): read ${logFile}, then start again.`;
  }
}

/** @param {string} output */
function lastErrorLine(output) {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return lines.findLast((line) => /error/i.test(line))?.trim() ?? lines.at(-1)?.trim() ?? 'no reason given';
}

/** @param {string} file */
async function readIfPresent(file) {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
