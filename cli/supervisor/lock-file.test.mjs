import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireLock, isStale, LockedError, processMark } from './lock-file.mjs';

// Larger than any pid Linux or macOS gives out.
const pidOfNobody = 2 ** 30;

/** @type {string} */ let directory;
/** @type {string} */ let file;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'lock-file-'));
  file = path.join(directory, 'start.lock');
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

describe('a lock', () => {
  it('is refused while its holder lives, and tells who holds it', async () => {
    await acquireLock(file, 'http://127.0.0.1:3000');
    const refusal = await acquireLock(file, 'another').catch((error) => error);
    expect(refusal).toBeInstanceOf(LockedError);
    expect(refusal.holder).toMatchObject({ pid: process.pid, note: 'http://127.0.0.1:3000' });
  });

  it('can be taken again after it was released', async () => {
    const release = await acquireLock(file, 'first');
    release();
    await expect(acquireLock(file, 'second')).resolves.toBeTypeOf('function');
  });

  it.each([
    ['of a process that is gone', JSON.stringify({ pid: pidOfNobody, startedAt: 'boot/1', note: '' })],
    [
      'whose pid another process has now',
      JSON.stringify({ pid: process.pid, startedAt: 'earlier boot/1', note: '' }),
    ],
    ['that is no lock at all', 'half a l'],
    ['that is empty', ''],
  ])('%s is replaced', async (_, content) => {
    await writeFile(file, content);
    await acquireLock(file, 'new');
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ pid: process.pid, note: 'new' });
  });

  it('goes to exactly one of many that find it stale at the same moment', async () => {
    await writeFile(file, JSON.stringify({ pid: pidOfNobody, startedAt: 'boot/1', note: '' }));
    const attempts = await Promise.allSettled(
      Array.from({ length: 30 }, (_, at) => acquireLock(file, String(at))),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await readdir(directory)).toEqual(['start.lock']);
  });

  it('is not removed by a release when somebody else holds it meanwhile', async () => {
    const release = await acquireLock(file, 'first');
    await writeFile(file, 'of somebody else');
    release();
    expect(await readFile(file, 'utf8')).toBe('of somebody else');
  });
});

describe('staleness', () => {
  const holder = { pid: 7, startedAt: 'boot/100', note: '' };

  it('is decided by whether the very process lives', () => {
    expect(isStale(holder, () => undefined)).toBe(true);
    expect(isStale(holder, () => 'boot/200')).toBe(true);
    expect(isStale(holder, () => 'boot/100')).toBe(false);
    expect(isStale({ ...holder, startedAt: undefined }, () => 'alive')).toBe(false);
  });

  it('sees this process, always with the same mark, and nobody where there is nobody', () => {
    expect(processMark(process.pid)).toBe(processMark(process.pid));
    expect(processMark(process.pid)).toBeDefined();
    expect(processMark(pidOfNobody)).toBeUndefined();
  });
});
