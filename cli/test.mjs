// `npm test`: every test of the project, as CI runs it. Plain JavaScript that runs on Node.js 20 before anything is
// installed; the tests themselves run on the Node.js that npm installs for the project.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, planForMissingChromium } from '../scripts/chromium.mjs';
import { ensureBuilt } from './supervisor/build.mjs';
import { ensureInstalled } from './supervisor/install.mjs';
import { interruption } from './supervisor/interrupt.mjs';
import { requireNode } from './supervisor/node-version.mjs';
import { npmCommand } from './supervisor/npm-command.mjs';
import { runLogged } from './supervisor/run-logged.mjs';
import { StartProblem, toStartProblem } from './supervisor/start-problem.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const interrupted = interruption(process);
const shownLines = 80;

process.exitCode = await test();

/** @returns {Promise<0 | 1>} the exit code: 0 only when every stage passed */
async function test() {
  const began = performance.now();
  // Without the first four nothing else can pass; of the others, all are run, to show everything that is wrong at once.
  const prepared =
    (await stage('node', async () => requireNode(process.versions.node))) &&
    (await stage('install', (log) => ensureInstalled(root, log, console.log, interrupted))) &&
    (await stage('chromium', ensureChromium)) &&
    (await stage('build', (log) => ensureBuilt(root, log, console.log, interrupted)));
  if (!prepared) return 1;

  /** @type {boolean[]} */ const passed = [];
  for (const script of ['lint', 'typecheck', 'unit', 'e2e']) {
    passed.push(await stage(script, (log) => runScript(script, log)));
  }
  const failures = passed.filter((ok) => !ok).length;
  console.log(`${failures === 0 ? 'All stages passed' : `${failures} stages failed`} in ${seconds(began)}.`);
  return failures === 0 ? 0 : 1;
}

/**
 * Runs one stage and prints one line about it; a reason too when it failed.
 *
 * @param {string} name
 * @param {(logFile: string) => Promise<void>} work
 * @returns {Promise<boolean>} whether it passed
 */
async function stage(name, work) {
  if (interrupted.aborted) return false;
  const began = performance.now();
  try {
    await work(path.join(root, 'test-results', 'logs', `${name}.log`));
    console.log(`passed  ${name.padEnd(10)} ${seconds(began)}`);
    return true;
  } catch (error) {
    const problem = toStartProblem(error);
    for (const line of problem.lastLines) console.error(`  ${line}`);
    console.error(`FAILED  ${name.padEnd(10)} ${seconds(began)}  ${problem.message}`);
    return false;
  }
}

/**
 * @param {string} script of package.json
 * @param {string} logFile
 */
async function runScript(script, logFile) {
  const npm = npmCommand(process.env);
  const env = { ...process.env, CI: '1', NEXT_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' };
  const args = [...npm.args, 'run', '-s', script];
  const { code, output } = await runLogged(npm.command, args, { cwd: root, logFile, env, interrupted });
  if (code === 0) return;
  throw new StartProblem(`npm run ${script} failed: correct what it names above (all of it: ${logFile}).`, {
    lastLines: output.trimEnd().split('\n').slice(-shownLines),
  });
}

/** @param {string} logFile */
async function ensureChromium(logFile) {
  if (findChromium(process.env) !== undefined) return;
  const plan = planForMissingChromium({
    root: process.getuid?.() === 0,
    aptGet: existsSync('/usr/bin/apt-get'),
    platform: process.platform,
  });
  if ('tell' in plan) throw new StartProblem(plan.tell);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code } = await runLogged('sh', ['-c', plan.run], { cwd: root, logFile, env, interrupted });
  if (code === 0 && findChromium(process.env) !== undefined) return;
  throw new StartProblem(
    `Chromium could not be installed: run "${plan.run}" and see why (its output: ${logFile}).`,
  );
}

/** @param {number} began by performance.now() */
function seconds(began) {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}
