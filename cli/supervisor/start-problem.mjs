/** A reason not to start, told to the person in one sentence that says what to do. */
export class StartProblem extends Error {
  /**
   * @param {string} sentence
   * @param {{ cause?: unknown, lastLines?: readonly string[] }} [details] `lastLines`: what a stopped process wrote last
   */
  constructor(sentence, details = {}) {
    super(sentence, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'StartProblem';
    this.lastLines = details.lastLines ?? [];
  }
}

/**
 * What to tell about any error: a StartProblem as it is, the common refusals of the file system in words, and everything
 * else as unexpected.
 *
 * @param {unknown} error
 * @returns {StartProblem}
 */
export function toStartProblem(error) {
  if (error instanceof StartProblem) return error;
  const place = errorPath(error);
  switch (errorCode(error)) {
    case 'ENOSPC':
      return new StartProblem(
        `The disk is full${place}: free some space, then start again; nothing that was saved before is lost.`,
        { cause: error },
      );
    case 'EDQUOT':
      return new StartProblem(`Your disk quota is used up${place}: free some space, then start again.`, {
        cause: error,
      });
    case 'EROFS':
      return new StartProblem(`The disk is read-only${place}: start from a folder that can be written.`, {
        cause: error,
      });
    case 'EACCES':
    case 'EPERM':
      return new StartProblem(
        `Permission is missing${place}: give your user access to it, then start again.`,
        {
          cause: error,
        },
      );
    default:
      return new StartProblem(
        `Infra Mind stopped because of an unexpected error: ${error instanceof Error ? error.message : String(error)}`,
        { cause: error },
      );
  }
}

/**
 * @param {unknown} error
 * @returns {string | undefined} Node's error code, such as ENOENT
 */
export function errorCode(error) {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** @param {unknown} error */
function errorPath(error) {
  return error instanceof Error && 'path' in error && typeof error.path === 'string'
    ? ` (${error.path})`
    : '';
}

/**
 * @typedef {{ name: string, lastLines: () => readonly string[] }} Named
 *
 * @param {Named} child that ended without being asked to
 * @param {string} how such as `exit code 1`
 * @returns {StartProblem}
 */
export function deathProblem(child, how) {
  return new StartProblem(
    `${child.name} stopped unexpectedly (${how}), so everything was stopped: what it wrote last is above; start again, and nothing that was saved is lost.`,
    { lastLines: child.lastLines() },
  );
}

/**
 * @param {Named} child that runs but does not answer
 * @param {number} limitMs
 * @returns {StartProblem}
 */
export function latenessProblem(child, limitMs) {
  return new StartProblem(
    `${child.name} did not answer within ${Math.round(limitMs / 1000)} seconds, so everything was stopped: close other programs if the machine is busy, then start again.`,
    { lastLines: child.lastLines() },
  );
}
