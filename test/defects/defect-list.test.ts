import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const rows = readFileSync(path.join(root, 'docs/defects.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| N-'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, defect = '', , test = '']) => ({
    defect,
    tests: [...test.matchAll(/`([^`]+)`: ([^;]+)/g)].map(([, file = '', name = '']) => ({
      file,
      name: name.trim(),
    })),
  }));
const numbers = [...Array.from({ length: 14 }, (_, index) => index + 1), 24, 26, 27, 28, 29];

describe('the list of defects', () => {
  it('names each of them once', () => {
    expect(rows.map(({ defect }) => defect)).toEqual(numbers.map((number) => `N-${number}`));
  });

  it.each(rows)('$defect has a test that is there, by its name', ({ tests }) => {
    expect(tests.length).toBeGreaterThan(0);
    for (const { file, name } of tests) {
      expect(existsSync(path.join(root, file)), file).toBe(true);
      expect(readFileSync(path.join(root, file), 'utf8').replaceAll('\\', '')).toContain(name);
    }
  });
});
