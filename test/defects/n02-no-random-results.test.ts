import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const folders = ['app', 'components', 'inngest', 'lib', 'cli', 'embedded'];

it('no source of the product draws a random number that could be shown as a measurement', () => {
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !/\.test\./.test(file) && !file.includes('dist/'))
      .map((file) => path.join(folder, file)),
  );
  expect(files.length).toBeGreaterThan(300);
  const drawing = files.filter((file) =>
    /Math\s*\.\s*random|\bgetRandomValues\b|\brandomInt\b/.test(readFileSync(path.join(root, file), 'utf8')),
  );
  expect(drawing).toEqual([]);
});
