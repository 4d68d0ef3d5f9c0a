import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleNames } from '../test/assessment/examples.ts';
import { runScript } from '../test/run-script.ts';

const day = ['--date', '2026-07-20'];

describe('the headless analysis', { timeout: 120_000 }, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'infra-mind-assess-test-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const assess = (...args: string[]) => runScript('cli/assess.ts', args);

  it.each(exampleNames)('completes %s: the result as JSON, progress beside it, and a PDF', async (name) => {
    const pdf = path.join(folder, `${name}.pdf`);
    const { out, errors, code } = await assess(`examples/${name}.json`, '--json', '--out', pdf, ...day);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      format: 'infra-mind/result@1',
      state: 'completed',
      date: '2026-07-20',
    });
    expect(errors).toMatch(/Prepare finished[^]*Compliance finished[^]*Report ready/);
    expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('gives the same bytes for the same file, day and version', async () => {
    const pdfs = [path.join(folder, 'first.pdf'), path.join(folder, 'second.pdf')] as const;
    for (const pdf of pdfs) await assess('examples/support-saas.json', '--out', pdf, ...day);
    expect((await readFile(pdfs[0])).equals(await readFile(pdfs[1]))).toBe(true);
  });

  it('prints a table to people', async () => {
    const { out, code } = await assess('examples/support-saas.json', ...day);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^Support assistant inside the product \(completed, 2026-07-20\)\n\nRecommendations\n +1\. /,
    );
    expect(out).toMatch(/by the token, .* per month/);
  });

  it.each([
    [[], /^Usage:/],
    [['examples/support-saas.json', 'examples/city-public.json'], /^Usage:/],
    [['examples/support-saas.json', '--date', 'tomorrow'], /^Usage:/],
    [['examples/support-saas.json', '--colour'], /^Usage:/],
    [['examples/nowhere.json'], /cannot be read/],
  ])('called as %o, it ends with 2 and says why', async (args, reason) => {
    expect(await assess(...args)).toMatchObject({ out: '', code: 2, errors: expect.stringMatching(reason) });
  });

  it('refuses a file that is not an assessment, field by field', async () => {
    const file = path.join(folder, 'broken.json');
    await writeFile(
      file,
      JSON.stringify({ format: 'infra-mind/assessment@1', title: '', answers: { employees: 7 } }),
    );
    const { out, errors, code } = await assess(file);
    expect([out, code]).toEqual(['', 2]);
    expect(errors).toMatch(/is not a valid assessment/);
    expect(errors).toMatch(/title: /);
    expect(errors).toMatch(/answers\.employees: /);
  });
});
