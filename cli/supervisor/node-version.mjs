import { StartProblem } from './start-problem.mjs';

const oldestMajor = 20;

/**
 * @param {string} version such as `20.20.2`, without the v
 * @throws {StartProblem} when this Node.js is too old to install and start the project
 */
export function requireNode(version) {
  if (Number(version.split('.')[0]) >= oldestMajor) return;
  throw new StartProblem(
    `Infra Mind needs Node.js ${oldestMajor} or newer, and this is ${version}: install a newer one from https://nodejs.org, then start again.`,
  );
}
