import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startChild } from './child.mjs';
import { standInEnvironment } from './child-environment.mjs';
import { readReadyLine } from './ready-line.mjs';
import { deathProblem, latenessProblem, StartProblem } from './start-problem.mjs';

/** @typedef {import('./ready-line.mjs').StandInAddresses} StandInAddresses */

/**
 * Starts the one process that stands in for MongoDB, Inngest or both.
 *
 * @param {import('./supervise.mjs').Stack} stack
 * @param {import('./settings.mjs').Settings} settings
 * @param {import('./secrets.mjs').Secrets} secrets
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ child: import('./child.mjs').Child, ready: Promise<StandInAddresses>, failed: Promise<StartProblem> }} `ready`
 *   rejects with a StartProblem when the process refuses, ends or takes too long; `failed` resolves with the reason when it
 *   refuses or ends, then or later
 */
export function startStandIns(stack, settings, secrets, env) {
  /** @type {(addresses: StandInAddresses) => void} */ let accept;
  /** @type {(problem: StartProblem) => void} */ let refuse;
  /** @type {Promise<StandInAddresses>} */
  const accepted = new Promise((resolve) => {
    accept = resolve;
  });
  /** @type {Promise<StartProblem>} */
  const refused = new Promise((resolve) => {
    refuse = resolve;
  });
  const child = startChild({
    name: settings.embeddedDatabase ? 'The embedded database' : 'The embedded job executor',
    node: stack.node,
    script: [
      ...stack.standInScript,
      ...(settings.embeddedDatabase ? ['--database'] : []),
      ...(settings.embeddedExecutor ? ['--executor'] : []),
    ],
    cwd: stack.root,
    env: standInEnvironment(env, settings, secrets),
    logFile: path.join(settings.dataDirectory, 'logs', 'stand-ins.log'),
    onLine: (line) => {
      const message = readReadyLine(line);
      if (message.kind === 'ready') accept(message.addresses);
      if (message.kind === 'refused') refuse(new StartProblem(message.sentence));
    },
  });
  const failed = Promise.race([refused, child.ended.then((how) => deathProblem(child, how))]);
  return { child, failed, ready: firstAnswer(child, accepted, failed, stack.readyLimitMs) };
}

/**
 * @param {import('./child.mjs').Child} child
 * @param {Promise<StandInAddresses>} accepted
 * @param {Promise<StartProblem>} failed
 * @param {number} limitMs
 * @returns {Promise<StandInAddresses>}
 */
async function firstAnswer(child, accepted, failed, limitMs) {
  const answered = new AbortController();
  const late = pause(limitMs, undefined, { signal: answered.signal });
  const answer = await Promise.race([accepted, failed, late.then(() => latenessProblem(child, limitMs))]);
  answered.abort();
  if (answer instanceof StartProblem) throw answer;
  return answer;
}
