import path from 'node:path';
import { StartProblem } from './start-problem.mjs';

/**
 * @typedef {object} Settings what one start runs, decided from the environment alone
 * @property {number} port
 * @property {string} host the address the web server listens on
 * @property {string} address the address to open, without a slash at the end
 * @property {string} dataDirectory absolute
 * @property {'local' | 'deployed'} mode
 * @property {boolean} embeddedDatabase whether the stand-in for MongoDB is started
 * @property {boolean} embeddedExecutor whether the stand-in for Inngest is started
 * @property {boolean} demo whether the demo organisation and its sign-in exist
 */

/**
 * Decides what to start. Local mode fills every gap with a stand-in or a generated secret; `APP_ENV=production` fills none
 * that was not allowed by name.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} root the project's folder, which relative paths start from
 * @returns {Settings}
 * @throws {StartProblem} naming every variable that is missing or malformed
 */
export function decideSettings(env, root) {
  const port = readPort(env['PORT']);
  const host = env['HOST'] || '127.0.0.1';
  const mode = readMode(env['APP_ENV']);
  const embeddedDatabase = !env['DATABASE_URL'];
  const embeddedExecutor = !inngestIsConfigured(env);
  if (mode === 'deployed') refuseGaps(env, { embeddedDatabase, embeddedExecutor });
  return {
    port,
    host,
    address: (env['NEXTAUTH_URL'] || `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`).replace(
      /\/+$/,
      '',
    ),
    dataDirectory: path.resolve(root, env['INFRA_MIND_DATA'] || '.data'),
    mode,
    embeddedDatabase,
    embeddedExecutor,
    demo: mode === 'local' || env['ALLOW_DEMO_DATA'] === '1',
  };
}

/** @param {string | undefined} text */
function readPort(text) {
  const port = text ? Number(text) : 3000;
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new StartProblem(
    `PORT must be a whole number from 1 to 65535, not "${text}": for example PORT=3001 npm start.`,
  );
}

/**
 * @param {string | undefined} text
 * @returns {'local' | 'deployed'}
 */
function readMode(text) {
  if (!text || text === 'local') return 'local';
  if (text === 'production') return 'deployed';
  throw new StartProblem(`APP_ENV must be "production" or "local" (or unset), not "${text}".`);
}

/**
 * Inngest is used when its dev server is named or both keys are set; one key alone is a mistake worth a sentence.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 */
function inngestIsConfigured(env) {
  if (env['INNGEST_DEV'] && env['INNGEST_DEV'] !== '0') return true;
  const keys = ['INNGEST_SIGNING_KEY', 'INNGEST_EVENT_KEY'];
  const missing = keys.filter((key) => !env[key]);
  const asked = missing.length < keys.length || Boolean(env['INNGEST_BASE_URL']);
  if (asked && missing.length > 0) {
    throw new StartProblem(
      `Inngest is configured only in part: set ${missing.join(' and ')} too, or unset all INNGEST_ variables to use the embedded job executor.`,
    );
  }
  return asked;
}

/**
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {{ embeddedDatabase: boolean, embeddedExecutor: boolean }} standIns
 */
function refuseGaps(env, { embeddedDatabase, embeddedExecutor }) {
  const standInsAllowed = env['ALLOW_STAND_INS'] === '1';
  /** @type {string[]} */ const missing = [];
  if (embeddedDatabase && !standInsAllowed) missing.push('DATABASE_URL');
  if (embeddedExecutor && !standInsAllowed) missing.push('INNGEST_SIGNING_KEY', 'INNGEST_EVENT_KEY');
  if (!env['NEXTAUTH_SECRET'] && env['ALLOW_GENERATED_SECRETS'] !== '1') missing.push('NEXTAUTH_SECRET');
  if (!env['NEXTAUTH_URL']) missing.push('NEXTAUTH_URL');
  if (missing.length > 0) {
    throw new StartProblem(
      `APP_ENV=production needs ${missing.join(', ')}: set them, or allow what fills the gap with ALLOW_STAND_INS=1 ` +
        `(embedded database and job executor) and ALLOW_GENERATED_SECRETS=1.`,
    );
  }
  if (env['INNGEST_DEV'] && env['INNGEST_DEV'] !== '0' && !standInsAllowed) {
    throw new StartProblem(
      'APP_ENV=production refuses INNGEST_DEV, because the dev server calls unsigned: set INNGEST_SIGNING_KEY and INNGEST_EVENT_KEY, or ALLOW_STAND_INS=1.',
    );
  }
  if (env['DEMO_PASSWORD'] && env['ALLOW_DEMO_DATA'] !== '1') {
    throw new StartProblem(
      'APP_ENV=production refuses demo data: unset DEMO_PASSWORD, or set ALLOW_DEMO_DATA=1.',
    );
  }
}
