import { connect, createServer } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireLock } from './lock-file.mjs';
import { StartProblem } from './start-problem.mjs';
import { createScene, freePort, recordItself, standInsThatWork } from './testing/scene.mjs';

/** @type {import('./testing/scene.mjs').Scene} */ let scene;

beforeEach(async () => {
  scene = await createScene();
});

afterEach(() => scene.remove());

describe('a start that fails', () => {
  it('passes on the sentence of stand-ins that refuse, and starts no web server', async () => {
    const sentence = 'The database file .data/infra_mind.sqlite is damaged: restore it from a backup.';
    const stack = await scene.startStack({
      standIns: `${recordItself('stand-ins')} console.log(JSON.stringify({ error: ${JSON.stringify(sentence)} })); process.exitCode = 1;`,
    });
    expect(await stack.exitCode).toBe(1);
    expect(stack.complained).toEqual([sentence]);
    expect(await scene.recordOf('web')).toBeUndefined();
  });

  it('passes on the sentence of stand-ins that refuse later, for example an option of a function', async () => {
    const sentence = 'Function run uses throttle, which the embedded job executor does not support.';
    const stack = await scene.startStack({
      standIns: `${standInsThatWork}
        const refuse = () => console.log(JSON.stringify({ error: ${JSON.stringify(sentence)} }));
        createServer(refuse).listen(process.env.RECORDS + '/refuse.sock');`,
    });
    await stack.settled;
    connect(path.join(scene.root, 'refuse.sock')).end('GET / HTTP/1.0\r\n\r\n');
    expect(await stack.exitCode).toBe(1);
    expect(stack.complained).toEqual([sentence]);
    expect(await scene.running()).toEqual([]);
  });

  it('names the process that dies before it is ready, with its last lines', async () => {
    const stack = await scene.startStack({ standIns: `console.error('no such module'); process.exit(3);` });
    expect(await stack.exitCode).toBe(1);
    expect(stack.complained[0]).toContain('no such module');
    expect(stack.complained.at(-1)).toMatch(/^The embedded database stopped unexpectedly \(exit code 3\)/);
  });

  it('names the process that dies later, and stops the other', async () => {
    const stack = await scene.startStack();
    await stack.settled;
    await expect(fetch(`http://127.0.0.1:${scene.port}/die`)).rejects.toThrow(TypeError);
    expect(await stack.exitCode).toBe(1);
    expect(stack.complained).toEqual([
      '  out of memory',
      expect.stringMatching(
        /^The web server stopped unexpectedly \(exit code 7\), so everything was stopped/,
      ),
    ]);
    expect(await scene.running()).toEqual([]);
  });

  it('stops everything when the database is killed, even without a word', async () => {
    const stack = await scene.startStack();
    await stack.settled;
    process.kill((await scene.recordOf('stand-ins'))?.pid ?? Number.NaN, 'SIGKILL');
    expect(await stack.exitCode).toBe(1);
    expect(stack.complained.at(-1)).toMatch(/^The embedded database stopped unexpectedly \(signal SIGKILL\)/);
    expect(await scene.running()).toEqual([]);
  });

  it('gives up on a web server that never answers', async () => {
    const stack = await scene.startStack({
      web: `${recordItself('web')} keepRunning();`,
      readyLimitMs: 1000,
    });
    expect(await stack.exitCode).toBe(1);
    expect(stack.complained.at(-1)).toMatch(/^The web server did not answer within 1 seconds/);
    expect(await scene.running()).toEqual([]);
  });

  it('checks the port before it installs or builds', async () => {
    const other = createServer();
    await new Promise((resolve) => {
      other.listen(scene.port, '127.0.0.1', () => resolve(undefined));
    });
    const stack = await scene.startStack({ install: () => Promise.reject(new Error('was called')) });
    expect(await stack.exitCode).toBe(1);
    expect(stack.complained).toEqual([
      expect.stringMatching(/^Port \d+ is already taken by another program/),
    ]);
    await new Promise((resolve) => {
      other.close(resolve);
    });
  });

  it('is refused on a data directory that another start uses, and told where that one serves', async () => {
    const first = await scene.startStack();
    await first.settled;
    const second = await scene.startStack({ env: { PORT: String(await freePort()) } });
    expect(await second.exitCode).toBe(1);
    expect(second.complained).toEqual([
      expect.stringMatching(
        new RegExp(
          `^Infra Mind already runs on .*\\(process ${process.pid}, http://127.0.0.1:${scene.port}\\)`,
        ),
      ),
    ]);
    first.interrupt();
    expect(await first.exitCode).toBe(0);
  });

  it('does not install or build while another start does', async () => {
    const release = await acquireLock(path.join(scene.root, '.infra-mind.lock'), 'building');
    const stack = await scene.startStack();
    expect(await stack.exitCode).toBe(1);
    expect(stack.complained).toEqual([
      expect.stringMatching(/^Another start \(process \d+\) is installing or building/),
    ]);
    release();
  });

  it.each([
    [
      'an installation that is refused',
      { install: () => Promise.reject(new StartProblem('The npm registry does not answer.')) },
      'The npm registry does not answer.',
    ],
    [
      'a build that fails',
      { build: () => Promise.reject(new StartProblem('The build failed: read why.')) },
      'The build failed: read why.',
    ],
    [
      'a full disk',
      {
        build: () =>
          Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', path: '/srv/.next' })),
      },
      'The disk is full (/srv/.next): free some space, then start again; nothing that was saved before is lost.',
    ],
    [
      'an old Node.js',
      { nodeVersion: '18.20.4' },
      'Infra Mind needs Node.js 20 or newer, and this is 18.20.4: install a newer one from https://nodejs.org, then start again.',
    ],
  ])('tells %s in one sentence', async (_, options, sentence) => {
    const stack = await scene.startStack(options);
    expect(await stack.exitCode).toBe(1);
    expect(stack.complained).toEqual([sentence]);
    expect(await scene.recordOf('stand-ins')).toBeUndefined();
  });
});
