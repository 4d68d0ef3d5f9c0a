import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashSources } from './source-hash.mjs';

/** @type {string} */ let root;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'source-hash-'));
  await write('app/clients/page.tsx', 'page');
  await write('package.json', '{}');
});

afterEach(async () => {
  await rm(root, { recursive: true });
});

/** @param {string} file @param {string} text */
async function write(file, text) {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), text);
}

describe('the hash of the sources', () => {
  it('stays the same while nothing changes', async () => {
    expect(await hashSources(root)).toBe(await hashSources(root));
  });

  it.each([
    ['a changed page', 'app/clients/page.tsx', 'another page'],
    ['a new file', 'lib/domain/figure.ts', 'figure'],
    ['a changed manifest', 'package.json', '{"type":"module"}'],
    ['a changed price table', 'catalogue/prices.json', '[]'],
  ])('changes with %s', async (_, file, text) => {
    const before = await hashSources(root);
    await write(file, text);
    expect(await hashSources(root)).not.toBe(before);
  });

  it('changes when a file moves', async () => {
    const before = await hashSources(root);
    await rename(path.join(root, 'app/clients'), path.join(root, 'app/engagements'));
    expect(await hashSources(root)).not.toBe(before);
  });

  it.each([
    'lib/domain/figure.test.ts',
    'docs/decisions/001.md',
    'lib/render/pdf/dist/worker.mjs',
    'cli/assess.ts',
    'e2e/run.e2e.ts',
  ])('does not ask for a new build because of %s', async (file) => {
    const before = await hashSources(root);
    await write(file, 'new');
    expect(await hashSources(root)).toBe(before);
  });
});
