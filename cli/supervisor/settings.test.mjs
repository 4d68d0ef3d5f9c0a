import { describe, expect, it } from 'vitest';
import { decideSettings } from './settings.mjs';

/** @param {Record<string, string>} env */
const decide = (env) => decideSettings(env, '/srv/infra-mind');

const production = {
  APP_ENV: 'production',
  DATABASE_URL: 'mongodb://db.example/infra_mind',
  INNGEST_SIGNING_KEY: 'signkey-prod-00',
  INNGEST_EVENT_KEY: 'key',
  NEXTAUTH_SECRET: 'secret',
  NEXTAUTH_URL: 'https://advice.example',
};

/** @param {string[]} names */
function productionWithout(...names) {
  return Object.fromEntries(Object.entries(production).filter(([name]) => !names.includes(name)));
}

describe('local mode', () => {
  it('starts everything itself when nothing is configured', () => {
    expect(decide({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      address: 'http://127.0.0.1:3000',
      dataDirectory: '/srv/infra-mind/.data',
      mode: 'local',
      embeddedDatabase: true,
      embeddedExecutor: true,
      demo: true,
    });
  });

  it('takes port and data directory from the environment', () => {
    expect(decide({ PORT: '4001', INFRA_MIND_DATA: '/var/lib/im' })).toMatchObject({
      port: 4001,
      address: 'http://127.0.0.1:4001',
      dataDirectory: '/var/lib/im',
    });
  });

  it.each(['0', '65536', '80a', '-1', '3000.5'])('refuses PORT=%s', (port) => {
    expect(() => decide({ PORT: port })).toThrow(/PORT must be a whole number from 1 to 65535.*PORT=3001/);
  });

  it('does not start the embedded database when DATABASE_URL is set', () => {
    expect(decide({ DATABASE_URL: 'mongodb://db' })).toMatchObject({
      embeddedDatabase: false,
      embeddedExecutor: true,
    });
  });

  it.each([{ INNGEST_DEV: '1' }, { INNGEST_SIGNING_KEY: 'a', INNGEST_EVENT_KEY: 'b' }])(
    'does not start the embedded executor with %o',
    (env) => {
      expect(decide(env)).toMatchObject({ embeddedDatabase: true, embeddedExecutor: false });
    },
  );

  it.each([
    [{ INNGEST_SIGNING_KEY: 'a' }, 'INNGEST_EVENT_KEY'],
    [{ INNGEST_EVENT_KEY: 'a' }, 'INNGEST_SIGNING_KEY'],
    [{ INNGEST_BASE_URL: 'https://jobs.example' }, 'INNGEST_SIGNING_KEY and INNGEST_EVENT_KEY'],
  ])('names what is missing when Inngest is configured in part: %o', (env, missing) => {
    expect(() => decide(env)).toThrow(`set ${missing} too`);
  });

  it('refuses an APP_ENV it does not know', () => {
    expect(() => decide({ APP_ENV: 'staging' })).toThrow('APP_ENV must be "production" or "local"');
  });
});

describe('APP_ENV=production', () => {
  it('starts on what is configured, without stand-ins and demo data', () => {
    expect(decide(production)).toMatchObject({
      mode: 'deployed',
      address: 'https://advice.example',
      embeddedDatabase: false,
      embeddedExecutor: false,
      demo: false,
    });
  });

  it('names every missing variable in one sentence', () => {
    expect(() => decide({ APP_ENV: 'production' })).toThrow(
      'needs DATABASE_URL, INNGEST_SIGNING_KEY, INNGEST_EVENT_KEY, NEXTAUTH_SECRET, NEXTAUTH_URL',
    );
  });

  it.each(['DATABASE_URL', 'NEXTAUTH_SECRET', 'NEXTAUTH_URL'])(
    'refuses to start without %s alone',
    (name) => {
      expect(() => decide(productionWithout(name))).toThrow(`needs ${name}: set them`);
    },
  );

  it('allows stand-ins, generated secrets and demo data only by name', () => {
    const env = productionWithout(
      'DATABASE_URL',
      'INNGEST_SIGNING_KEY',
      'INNGEST_EVENT_KEY',
      'NEXTAUTH_SECRET',
    );
    expect(() => decide({ ...env, ALLOW_STAND_INS: '1' })).toThrow('needs NEXTAUTH_SECRET');
    expect(
      decide({ ...env, ALLOW_STAND_INS: '1', ALLOW_GENERATED_SECRETS: '1', ALLOW_DEMO_DATA: '1' }),
    ).toMatchObject({
      embeddedDatabase: true,
      embeddedExecutor: true,
      demo: true,
    });
  });

  it('refuses the dev server of Inngest and a demo password', () => {
    expect(() => decide({ ...production, INNGEST_DEV: '1' })).toThrow('refuses INNGEST_DEV');
    expect(() => decide({ ...production, DEMO_PASSWORD: 'x' })).toThrow('refuses demo data');
  });
});
