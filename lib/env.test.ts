import { describe, expect, it } from 'vitest';
import { AppError } from './errors.ts';
import { readEnv } from './env.ts';

const complete = {
  DATABASE_URL: 'mongodb://127.0.0.1:27017/infra_mind',
  NEXTAUTH_SECRET: 'x'.repeat(32),
  NEXTAUTH_URL: 'http://localhost:3000/',
};

describe('the environment', () => {
  it('is taken when complete, local unless told otherwise', () => {
    expect(readEnv(complete)).toMatchObject({
      mode: 'local',
      origin: 'http://localhost:3000',
      inngest: { isDev: false },
    });
  });

  it.each([
    ['DATABASE_URL', undefined, /DATABASE_URL is not set/],
    ['NEXTAUTH_SECRET', 'short', /NEXTAUTH_SECRET is shorter than 32/],
    ['NEXTAUTH_URL', 'not an address', /NEXTAUTH_URL is not an address/],
    ['INFRA_MIND_MODE', 'staging', /INFRA_MIND_MODE/],
    ['DEMO_PASSWORD', 'demo', /DEMO_PASSWORD is shorter than 12/],
  ])('%s = %s is refused by name', (name, value, message) => {
    expect(() => readEnv({ ...complete, [name]: value })).toThrow(message);
  });

  it.each([
    [undefined, false],
    ['', false],
    ['0', false],
    ['1', true],
    ['http://127.0.0.1:8288', true],
  ])('INNGEST_DEV = %j: calls are taken unsigned = %s', (value, isDev) => {
    expect(readEnv({ ...complete, INNGEST_DEV: value }).inngest.isDev).toBe(isDev);
  });

  it('a deployed server takes no unsigned calls unless that is allowed by name', () => {
    const deployed = { ...complete, INFRA_MIND_MODE: 'deployed', INNGEST_DEV: '1' };
    expect(() => readEnv(deployed)).toThrow(/INNGEST_DEV.*ALLOW_STAND_INS=1/);
    expect(() => readEnv({ ...deployed, ALLOW_STAND_INS: '0' })).toThrow(/INNGEST_DEV/);
    expect(readEnv({ ...deployed, ALLOW_STAND_INS: '1' }).inngest.isDev).toBe(true);
    expect(readEnv({ ...deployed, INNGEST_DEV: '' }).inngest.isDev).toBe(false);
  });

  it('names every fault at once', () => {
    const refusal = (() => {
      try {
        return readEnv({});
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toBeInstanceOf(AppError);
    expect(String(refusal)).toMatch(/DATABASE_URL.*NEXTAUTH_SECRET.*NEXTAUTH_URL/s);
  });
});
