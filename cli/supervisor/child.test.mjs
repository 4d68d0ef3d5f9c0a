import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startChild } from './child.mjs';

const endWithParent = new URL('./end-with-parent.mjs', import.meta.url).href;

/** @type {string} */ let directory;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'child-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

/** @param {string} source */
async function run(source) {
  const script = path.join(directory, 'script.mjs');
  await writeFile(script, source);
  return startChild({
    name: 'The script',
    node: process.execPath,
    script: [script],
    cwd: directory,
    env: { ...process.env },
    logFile: path.join(directory, 'script.log'),
  });
}

describe('a process of the stack', () => {
  it('keeps the last twenty lines it wrote, and logs all', async () => {
    const child = await run('for (let line = 1; line <= 30; line += 1) console.log(`line ${line}`);');
    expect(await child.ended).toBe('exit code 0');
    expect(child.lastLines()).toEqual(Array.from({ length: 20 }, (_, at) => `line ${at + 11}`));
    await expect
      .poll(async () => (await readFile(path.join(directory, 'script.log'), 'utf8')).split('\n').length)
      .toBe(31);
  });

  it('keeps the log of the start before', async () => {
    await (
      await run("console.log('first')")
    ).ended;
    await expect.poll(() => readFile(path.join(directory, 'script.log'), 'utf8')).toBe('first\n');
    await (
      await run("console.log('second')")
    ).ended;
    expect(await readFile(path.join(directory, 'script.log.previous'), 'utf8')).toBe('first\n');
  });

  it('tells how it ended when it cannot be started at all', async () => {
    const child = startChild({
      name: 'Nothing',
      node: path.join(directory, 'no-such-node'),
      script: [],
      cwd: directory,
      env: { ...process.env },
      logFile: path.join(directory, 'nothing.log'),
    });
    expect(await child.ended).toContain('ENOENT');
    expect(child.running()).toBe(false);
  });

  it('lets what it forks itself read its own standard input', async () => {
    const child = await run(`
      import { spawnSync } from 'node:child_process';
      const forked = spawnSync('node', [...process.execArgv, '-e', "process.stdin.pipe(process.stdout)"], { input: 'heard' });
      console.log(forked.stdout.toString() + forked.stderr.toString());
    `);
    await child.ended;
    expect(child.lastLines()).toEqual(['heard']);
  });

  it('ends by itself when the supervisor is gone', async () => {
    const child = spawn(
      process.execPath,
      ['--import', endWithParent, '-e', "console.log('up'); setInterval(() => {}, 1000)"],
      {
        env: { ...process.env, INFRA_MIND_SUPERVISOR: String(process.pid) },
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');
    child.stdin.destroy();
    expect(await ended).toEqual([null, 'SIGTERM']);
  });
});
