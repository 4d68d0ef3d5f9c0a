import path from 'node:path';
import { startChild } from './child.mjs';
import { loopbackAddress, webEnvironment } from './child-environment.mjs';
import { waitUntilHealthy } from './health.mjs';
import { startStandIns } from './stand-ins.mjs';
import { deathProblem, latenessProblem } from './start-problem.mjs';

/**
 * @typedef {import('./child.mjs').Child} Child
 * @typedef {import('./settings.mjs').Settings} Settings
 * @typedef {import('./start-problem.mjs').StartProblem} StartProblem
 * @typedef {object} Stack how the processes are started
 * @property {string} root the project's folder
 * @property {string} node path of the Node.js to run everything with
 * @property {readonly string[]} standInScript path and arguments, before --database and --executor
 * @property {(settings: Settings) => readonly string[]} webScript path and arguments
 * @property {'production' | 'development'} nodeEnvironment of the web server
 * @property {number} readyLimitMs how long one process may take until it answers
 * @property {number} graceMs how long one process may take to end
 */

/**
 * Runs stand-ins and web server until `interrupted` or until one of them dies, and leaves no process behind.
 *
 * @param {Stack} stack
 * @param {Settings} settings
 * @param {import('./secrets.mjs').Secrets} secrets
 * @param {{ env: NodeJS.ProcessEnv, interrupted: AbortSignal, onReady: () => void }} context `onReady` is called when
 *   the web server answers
 * @returns {Promise<void>} when all ended because they were asked to
 * @throws {StartProblem} when one did not become ready or died
 */
export async function supervise(stack, settings, secrets, { env, interrupted, onReady }) {
  const stop = whenAborted(interrupted);
  /** @type {Child[]} */ const children = [];
  /** @type {Promise<StartProblem>[]} */ const failures = [];
  try {
    /** @type {import('./ready-line.mjs').StandInAddresses} */ let addresses = {};
    if (settings.embeddedDatabase || settings.embeddedExecutor) {
      const standIns = startStandIns(stack, settings, secrets, env);
      children.push(standIns.child);
      failures.push(standIns.failed);
      const answer = await Promise.race([standIns.ready, stop]);
      if (answer === 'interrupted') return;
      addresses = answer;
    }
    const web = startChild({
      name: 'The web server',
      node: stack.node,
      script: stack.webScript(settings),
      cwd: stack.root,
      env: { ...webEnvironment(env, settings, secrets, addresses), NODE_ENV: stack.nodeEnvironment },
      logFile: path.join(settings.dataDirectory, 'logs', 'web.log'),
    });
    children.push(web);
    failures.push(web.ended.then((how) => deathProblem(web, how)));

    const failure = Promise.race(failures);
    const health = await waitUntilHealthy(`${loopbackAddress(settings)}/api/health`, {
      timeLimitMs: stack.readyLimitMs,
      stopped: Promise.race([failure, stop]),
    });
    if (health === 'late') throw latenessProblem(web, stack.readyLimitMs);
    if (health === 'healthy') onReady();

    const end = await Promise.race([stop, failure]);
    if (end !== 'interrupted') throw end;
  } finally {
    // Last started first: the web server still has its database while it finishes what it was answering.
    for (const child of children.toReversed()) await child.stop(stack.graceMs);
  }
}

/**
 * @param {AbortSignal} signal
 * @returns {Promise<'interrupted'>}
 */
function whenAborted(signal) {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('interrupted');
    signal.addEventListener('abort', () => resolve('interrupted'));
  });
}
