import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, StartProblem } from './start-problem.mjs';

/**
 * @typedef {object} Secrets what a deployment would set in its environment
 * @property {string} authSecret signs session cookies
 * @property {string} inngestSigningKey signs calls between the job executor and the app
 * @property {string} inngestEventKey lets the app send events
 * @property {string} demoPassword of the demo sign-in
 */

/**
 * The secrets of a data directory; made at its first start, the same ever after.
 *
 * @param {string} directory the data directory
 * @returns {Promise<Secrets>}
 * @throws {StartProblem} when the file is there but damaged
 */
export async function loadSecrets(directory) {
  const file = path.join(directory, 'secrets.json');
  const stored = await readStored(file);
  if (stored !== undefined) {
    await chmod(file, 0o600);
    return stored;
  }
  const secrets = generateSecrets();
  // Renaming a complete file: a crash leaves the old state or the new one, never half a file.
  await writeFile(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
  return secrets;
}

/**
 * @param {string} file
 * @returns {Promise<Secrets | undefined>}
 */
async function readStored(file) {
  try {
    return parseSecrets(await readFile(file, 'utf8'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    if (!(error instanceof SyntaxError)) throw error;
    throw new StartProblem(
      `The file ${file} is damaged: restore it from a backup, or delete it to get new secrets, which signs everybody out.`,
      { cause: error },
    );
  }
}

/**
 * @param {string} text
 * @returns {Secrets}
 * @throws {SyntaxError} when a secret is missing
 */
function parseSecrets(text) {
  const stored = JSON.parse(text);
  /** @param {keyof Secrets} name */
  const secret = (name) => {
    const value = stored?.[name];
    if (typeof value === 'string' && value !== '') return value;
    throw new SyntaxError(`${name} is missing`);
  };
  return {
    authSecret: secret('authSecret'),
    inngestSigningKey: secret('inngestSigningKey'),
    inngestEventKey: secret('inngestEventKey'),
    demoPassword: secret('demoPassword'),
  };
}

/** @returns {Secrets} */
function generateSecrets() {
  return {
    authSecret: randomBytes(32).toString('base64url'),
    inngestSigningKey: `signkey-prod-${randomBytes(32).toString('hex')}`,
    inngestEventKey: randomBytes(32).toString('base64url'),
    demoPassword: randomBytes(12).toString('base64url'),
  };
}
