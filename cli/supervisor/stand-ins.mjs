import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startChild } from './child.mjs';
import { standInEnvironment } from './child-environment.mjs';
import { readReadyLine } from './ready-line.mjs';
import { deathProblem, latenessProblem, StartProblem } from './start-problem.mjs';

/**
 * Starts the one process that stands in for MongoDB, Inngest or both.
 *
 * @param {import('./supervise.mjs').Stack} stack
 * @param {import('./settings.mjs').Settings} settings
 * @param {import('./secrets.mjs').Secrets} secrets
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ child: import('./child.mjs').Child, ready: Promise<import('./ready-line.mjs').StandInAddresses> }} `ready`
 *   rejects with a StartProblem when the process refuses, dies or takes too long
 */
export function startStandIns(stack, settings, secrets, env) {
  /** @type {(addresses: import('./ready-line.mjs').StandInAddresses) => void} */ let accept;
  /** @type {(problem: StartProblem) => void} */ let refuse;
  /** @type {Promise<import('./ready-line.mjs').StandInAddresses>} */
  const answer = new Promise((resolve, reject) => {
    accept = resolve;
    refuse = reject;
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
  return { child, ready: firstOf(answer, child, stack.readyLimitMs) };
}

/**
 * @template Answer
 * @param {Promise<Answer>} answer
 * @param {import('./child.mjs').Child} child
 * @param {number} limitMs
 * @returns {Promise<Answer>}
 */
async function firstOf(answer, child, limitMs) {
  const answered = new AbortController();
  const outcome = await Promise.race([
    answer.then((value) => ({ value })),
    child.ended.then((how) => ({ problem: deathProblem(child, how) })),
    pause(limitMs, { problem: latenessProblem(child, limitMs) }, { signal: answered.signal }),
  ]);
  answered.abort();
  if ('problem' in outcome) throw outcome.problem;
  return outcome.value;
}
