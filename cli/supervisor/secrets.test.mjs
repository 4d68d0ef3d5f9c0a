import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSecrets } from './secrets.mjs';

/** @type {string} */ let directory;
/** @type {string} */ let file;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'secrets-'));
  file = path.join(directory, 'secrets.json');
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

describe('the secrets of local mode', () => {
  it('are made once and stay the same', async () => {
    const made = await loadSecrets(directory);
    expect(made.inngestSigningKey).toMatch(/^signkey-prod-[0-9a-f]{64}$/);
    expect(new Set(Object.values(made)).size).toBe(4);
    expect(await loadSecrets(directory)).toEqual(made);
  });

  it('can be read by their owner alone, also after somebody opened them', async () => {
    await loadSecrets(directory);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await chmod(file, 0o644);
    await loadSecrets(directory);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it.each([
    '',
    '{"authSecret":"a"',
    'null',
    '{"authSecret":"a","inngestSigningKey":"b","inngestEventKey":"c"}',
  ])('are never silently replaced when the file is damaged: %j', async (content) => {
    await writeFile(file, content);
    await expect(loadSecrets(directory)).rejects.toThrow(
      /secrets\.json is damaged: restore it from a backup, or delete it/,
    );
  });
});
