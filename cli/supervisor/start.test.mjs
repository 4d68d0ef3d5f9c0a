import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createScene, recordItself, webThatWorks } from './testing/scene.mjs';

/** @type {import('./testing/scene.mjs').Scene} */ let scene;

beforeEach(async () => {
  scene = await createScene();
});

afterEach(() => scene.remove());

describe('a start that works', () => {
  it('prints one address and the demo sign-in, and ends both processes when interrupted', async () => {
    const stack = await scene.startStack({ env: { DEMO_PASSWORD: 'three-red-kites' } });
    await stack.settled;
    expect(stack.said).toEqual([
      `Infra Mind is ready: http://127.0.0.1:${scene.port}`,
      'Demo sign-in: demo@infra-mind.local / three-red-kites',
      'Press Ctrl-C to stop.',
    ]);
    expect(await scene.running()).toEqual(['stand-ins', 'web']);

    stack.interrupt();
    expect(await stack.exitCode).toBe(0);
    expect(stack.complained).toEqual([]);
    expect(await scene.running()).toEqual([]);
  });

  it('gives the web server the addresses of the stand-ins and the generated secrets', async () => {
    const stack = await scene.startStack();
    await stack.settled;
    const secrets = JSON.parse(await readFile(path.join(scene.root, '.data', 'secrets.json'), 'utf8'));
    const web = await scene.recordOf('web');
    expect(web?.env).toMatchObject({
      DATABASE_URL: 'mongodb://127.0.0.1:1/infra_mind',
      INNGEST_BASE_URL: 'http://127.0.0.1:2',
      INNGEST_SIGNING_KEY: secrets.inngestSigningKey,
      INNGEST_EVENT_KEY: secrets.inngestEventKey,
      INNGEST_SERVE_ORIGIN: `http://127.0.0.1:${scene.port}`,
      NEXTAUTH_SECRET: secrets.authSecret,
      NEXTAUTH_URL: `http://127.0.0.1:${scene.port}`,
      DEMO_PASSWORD: secrets.demoPassword,
      INFRA_MIND_DATA: path.join(scene.root, '.data'),
      INFRA_MIND_MODE: 'local',
      NEXT_TELEMETRY_DISABLED: '1',
    });
    expect((await scene.recordOf('stand-ins'))?.args).toEqual(['--database', '--executor']);
    stack.interrupt();
    await stack.exitCode;
  });

  it('starts only the stand-ins that the environment leaves open', async () => {
    const stack = await scene.startStack({ env: { DATABASE_URL: 'mongodb://db.example', INNGEST_DEV: '0' } });
    await stack.settled;
    expect((await scene.recordOf('stand-ins'))?.args).toEqual(['--executor']);
    expect((await scene.recordOf('web'))?.env).not.toHaveProperty('INNGEST_DEV');
    stack.interrupt();
    await stack.exitCode;
  });

  it('starts the web server alone when everything is configured', async () => {
    const stack = await scene.startStack({ env: { DATABASE_URL: 'mongodb://db.example', INNGEST_DEV: '1' } });
    await stack.settled;
    expect(await scene.recordOf('stand-ins')).toBeUndefined();
    expect((await scene.recordOf('web'))?.env).toMatchObject({
      DATABASE_URL: 'mongodb://db.example',
      INNGEST_DEV: '1',
    });
    stack.interrupt();
    expect(await stack.exitCode).toBe(0);
  });

  it('kills a process that does not end when asked', async () => {
    const stack = await scene.startStack({
      web: `${webThatWorks} process.on('SIGTERM', () => {});`,
      graceMs: 100,
    });
    await stack.settled;
    stack.interrupt();
    expect(await stack.exitCode).toBe(0);
    expect(await scene.running()).toEqual([]);
  });

  it('frees the data directory for the next start, which keeps the secrets', async () => {
    const signIns = [];
    for (let at = 0; at < 2; at += 1) {
      const stack = await scene.startStack();
      await stack.settled;
      signIns.push(stack.said[1]);
      stack.interrupt();
      expect(await stack.exitCode).toBe(0);
    }
    expect(signIns[0]).toMatch(/^Demo sign-in/);
    expect(signIns[1]).toBe(signIns[0]);
  });
});

describe('an interruption', () => {
  it('during the build ends the start without a complaint', async () => {
    const interruption = new AbortController();
    const stack = await scene.startStack({
      interruption,
      build: async () => {
        interruption.abort();
        interruption.signal.throwIfAborted();
      },
    });
    expect(await stack.exitCode).toBe(0);
    expect(stack.complained).toEqual([]);
  });

  it('while the stand-ins warm up ends them', async () => {
    const stack = await scene.startStack({
      standIns: `${recordItself('stand-ins')} keepRunning();`,
    });
    await expect.poll(() => scene.recordOf('stand-ins')).toBeDefined();
    stack.interrupt();
    expect(await stack.exitCode).toBe(0);
    expect(await scene.running()).toEqual([]);
    expect(await scene.recordOf('web')).toBeUndefined();
  });
});
