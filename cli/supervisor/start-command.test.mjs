import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireLock } from './lock-file.mjs';

const command = fileURLToPath(new URL('../start.mjs', import.meta.url));

/** @type {string} */ let directory;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'start-command-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

/**
 * Runs the real command, as a person would; every case here is refused before anything is installed, built or started.
 *
 * @param {Record<string, string>} env
 * @returns {Promise<string>} the one sentence it printed; a start that is not refused in one sentence throws
 */
async function refusal(env) {
  const child = spawn(process.execPath, [command], {
    env: { NODE_ENV: 'test', PATH: process.env['PATH'], INFRA_MIND_DATA: directory, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await closed;
  const lines = err.trimEnd().split('\n');
  if (code !== 1 || out !== '' || lines.length !== 1) throw new Error(`exit code ${code}\n${out}\n${err}`);
  return err.trimEnd();
}

describe('node cli/start.mjs', () => {
  it('refuses a port that is taken', async () => {
    const other = createServer();
    const port = await new Promise((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(typeof address === 'object' ? address?.port : 0);
      });
    });
    expect(await refusal({ PORT: String(port) })).toMatch(/^Port \d+ is already taken.*choose another port/);
    await new Promise((resolve) => {
      other.close(resolve);
    });
  });

  it('refuses a data directory where a file is in its place', async () => {
    const file = path.join(directory, 'data');
    await writeFile(file, '');
    expect(await refusal({ INFRA_MIND_DATA: file })).toMatch(
      /^The data directory .* because a file is in its place/,
    );
  });

  it('refuses a data directory that cannot be written', async () => {
    // Nobody, not even root, can make a directory in the file system of the kernel.
    expect(await refusal({ INFRA_MIND_DATA: '/sys/infra-mind' })).toMatch(
      /^The data directory \/sys\/infra-mind (cannot be written|is on a read-only disk)/,
    );
  });

  it('refuses a data directory that is in use', async () => {
    await acquireLock(path.join(directory, 'start.lock'), 'http://127.0.0.1:3000');
    expect(await refusal({})).toMatch(/^Infra Mind already runs on .*http:\/\/127.0.0.1:3000.*use that one/);
  });

  it('refuses damaged secrets', async () => {
    await writeFile(path.join(directory, 'secrets.json'), '{"authSecret":');
    expect(await refusal({ PORT: '0' })).toMatch(/^PORT must be a whole number/);
    expect(await refusal({ PORT: '39471' })).toMatch(/secrets\.json is damaged: restore it from a backup/);
  });

  it('refuses a deployment with gaps', async () => {
    expect(await refusal({ APP_ENV: 'production' })).toMatch(
      /^APP_ENV=production needs DATABASE_URL, .*ALLOW_STAND_INS=1/,
    );
  });
});
