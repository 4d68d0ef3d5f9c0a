import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from './start-problem.mjs';

// Everything the build reads. A test or a document may change without a new build.
const sources = [
  'app',
  'components',
  'inngest',
  'lib',
  'catalogue',
  'prisma',
  'public',
  'types',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const notSources = [/\.test\.(ts|tsx|mjs)$/, /\.md$/, /^lib\/render\/pdf\/dist\//];

/**
 * A hash of names and contents of all sources of the build.
 *
 * @param {string} root the project's folder
 * @returns {Promise<string>} SHA-256 in hexadecimal
 */
export async function hashSources(root) {
  const hash = createHash('sha256');
  for (const file of await sourceFiles(root)) {
    const content = await readFile(path.join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @returns {Promise<string[]>} sorted, with forward slashes
 */
async function sourceFiles(root) {
  const found = await Promise.all(sources.map((source) => filesBelow(root, source)));
  return found
    .flat()
    .filter((file) => !notSources.some((pattern) => pattern.test(file)))
    .toSorted();
}

/**
 * @param {string} root
 * @param {string} place a file or folder, relative to root
 * @returns {Promise<string[]>}
 */
async function filesBelow(root, place) {
  try {
    const entries = await readdir(path.join(root, place), { withFileTypes: true });
    const found = await Promise.all(
      entries.map(async (entry) => {
        const inside = `${place}/${entry.name}`;
        return entry.isDirectory() ? filesBelow(root, inside) : [inside];
      }),
    );
    return found.flat();
  } catch (error) {
    if (errorCode(error) === 'ENOTDIR') return [place];
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
