/**
 * @typedef {import('./settings.mjs').Settings} Settings
 * @typedef {import('./secrets.mjs').Secrets} Secrets
 * @typedef {import('./ready-line.mjs').StandInAddresses} StandInAddresses
 */

/**
 * The environment of the stand-in process: what was configured, the gaps filled with generated secrets.
 *
 * @param {NodeJS.ProcessEnv} env of the start command
 * @param {Settings} settings
 * @param {Secrets} secrets
 * @returns {NodeJS.ProcessEnv}
 */
export function standInEnvironment(env, settings, secrets) {
  return {
    ...env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    INFRA_MIND_MODE: settings.mode,
    INFRA_MIND_DATA: settings.dataDirectory,
    APP_URL: loopbackAddress(settings),
    NEXTAUTH_URL: settings.address,
    NEXTAUTH_SECRET: env['NEXTAUTH_SECRET'] || secrets.authSecret,
    ...(settings.embeddedExecutor
      ? {
          INNGEST_DEV: undefined,
          INNGEST_SIGNING_KEY: secrets.inngestSigningKey,
          INNGEST_EVENT_KEY: secrets.inngestEventKey,
          INNGEST_SERVE_ORIGIN: loopbackAddress(settings),
        }
      : { INNGEST_SERVE_ORIGIN: env['INNGEST_SERVE_ORIGIN'] || settings.address }),
    ...(settings.demo ? { DEMO_PASSWORD: env['DEMO_PASSWORD'] || secrets.demoPassword } : {}),
  };
}

/**
 * The environment of the web server: the stand-ins' one, and where the stand-ins answer.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {Settings} settings
 * @param {Secrets} secrets
 * @param {StandInAddresses} addresses
 * @returns {NodeJS.ProcessEnv}
 */
export function webEnvironment(env, settings, secrets, addresses) {
  return {
    ...standInEnvironment(env, settings, secrets),
    ...(addresses.databaseUrl === undefined ? {} : { DATABASE_URL: addresses.databaseUrl }),
    ...(addresses.executorUrl === undefined ? {} : { INNGEST_BASE_URL: addresses.executorUrl }),
  };
}

/**
 * Where this machine reaches the web server, which behind a proxy is not the address people open.
 *
 * @param {Settings} settings
 */
export function loopbackAddress({ host, port }) {
  return `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
}
