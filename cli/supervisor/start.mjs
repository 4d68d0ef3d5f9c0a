import path from 'node:path';
import { prepareDataDirectory } from './data-directory.mjs';
import { acquireLock, LockedError } from './lock-file.mjs';
import { requireNode } from './node-version.mjs';
import { requireFreePort } from './port.mjs';
import { loadSecrets } from './secrets.mjs';
import { decideSettings } from './settings.mjs';
import { StartProblem, toStartProblem } from './start-problem.mjs';
import { supervise } from './supervise.mjs';

/**
 * @typedef {object} Surroundings what a start needs from outside, so that tests can give their own
 * @property {string} nodeVersion of this process, without the v
 * @property {NodeJS.ProcessEnv} env
 * @property {import('./supervise.mjs').Stack} stack
 * @property {AbortSignal} interrupted by Ctrl-C or SIGTERM
 * @property {(line: string) => void} say to the person
 * @property {(line: string) => void} complain to the person, when the start fails
 * @property {typeof import('./install.mjs').ensureInstalled} install
 * @property {typeof import('./build.mjs').ensureBuilt} build
 */

/**
 * The one command: checks what can go wrong before it costs time, installs and builds what is missing, and runs the stack.
 *
 * @param {Surroundings} surroundings
 * @returns {Promise<0 | 1>} the exit code; before a 1, one sentence told the reason and what to do
 */
export async function start(surroundings) {
  /** @type {(() => void)[]} */ const releases = [];
  surroundings.interrupted.addEventListener('abort', () => surroundings.say('Stopping ...'));
  try {
    requireNode(surroundings.nodeVersion);
    await run(surroundings, releases);
    surroundings.say('Infra Mind has stopped.');
    return 0;
  } catch (error) {
    if (error === surroundings.interrupted.reason && surroundings.interrupted.aborted) {
      surroundings.say('Infra Mind has stopped before it was ready.');
      return 0;
    }
    const problem = toStartProblem(error);
    for (const line of problem.lastLines) surroundings.complain(`  ${line}`);
    surroundings.complain(problem.message);
    return 1;
  } finally {
    for (const release of releases) release();
  }
}

/**
 * @param {Surroundings} surroundings
 * @param {(() => void)[]} releases filled with what frees the locks taken
 */
async function run({ env, stack, interrupted, say, install, build }, releases) {
  const settings = decideSettings(env, stack.root);
  const logs = path.join(settings.dataDirectory, 'logs');

  await prepareDataDirectory(settings.dataDirectory);
  releases.push(await lockDataDirectory(settings));
  await requireFreePort(settings.port, settings.host);
  const secrets = await loadSecrets(settings.dataDirectory);

  const unlockTree = await lockTree(stack.root);
  try {
    await install(stack.root, path.join(logs, 'install.log'), say, interrupted);
    await build(stack.root, path.join(logs, 'build.log'), say, interrupted);
  } finally {
    unlockTree();
  }
  interrupted.throwIfAborted();

  await supervise(stack, settings, secrets, {
    env,
    interrupted,
    onReady: () => {
      say(`Infra Mind is ready: ${settings.address}`);
      if (settings.demo)
        say(`Demo sign-in: demo@infra-mind.local / ${env['DEMO_PASSWORD'] || secrets.demoPassword}`);
      say('Press Ctrl-C to stop.');
    },
  });
}

/** @param {import('./settings.mjs').Settings} settings */
async function lockDataDirectory({ dataDirectory, address }) {
  try {
    return await acquireLock(path.join(dataDirectory, 'start.lock'), address);
  } catch (error) {
    if (!(error instanceof LockedError)) throw error;
    throw new StartProblem(
      `Infra Mind already runs on ${dataDirectory} (process ${error.holder.pid}, ${error.holder.note}): use that one, ` +
        'stop it first, or choose another directory and port with INFRA_MIND_DATA and PORT.',
      { cause: error },
    );
  }
}

/**
 * Two starts with two data directories share node_modules and the build.
 *
 * @param {string} root
 */
async function lockTree(root) {
  try {
    return await acquireLock(path.join(root, '.infra-mind.lock'), 'installing or building');
  } catch (error) {
    if (!(error instanceof LockedError)) throw error;
    throw new StartProblem(
      `Another start (process ${error.holder.pid}) is installing or building in this folder: wait until it is ready, then start again.`,
      { cause: error },
    );
  }
}
