import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { exampleNames } from '../test/assessment/examples.ts';
import { assessCommand } from './assess/command.ts';
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

  it('prints a table to people, and gives the same bytes for the same file, day and version', async () => {
    const pdfs = [path.join(folder, 'first.pdf'), path.join(folder, 'second.pdf')] as const;
    const { out, code } = await assess('examples/support-saas.json', '--out', pdfs[0], ...day);
    await assess('examples/support-saas.json', '--out', pdfs[1], ...day);
    expect((await readFile(pdfs[0])).equals(await readFile(pdfs[1]))).toBe(true);
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
    [['examples/support-saas.json', '--date', '2026-02-30'], /^Usage:/],
    [['examples/support-saas.json', '--colour'], /^Usage:/],
    [['examples/nowhere.json'], /cannot be read/],
  ])('called as %o, it ends with 2 and says why', async (args, reason) => {
    expect(await assess(...args)).toMatchObject({ out: '', code: 2, errors: expect.stringMatching(reason) });
  });

  it('prints the result and ends with 1 when the PDF cannot be written', async () => {
    const out = path.join(folder, 'nowhere', 'report.pdf');
    const ended = await assess('examples/support-saas.json', '--json', '--out', out, ...day);
    expect(ended.code).toBe(1);
    expect(JSON.parse(ended.out)).toMatchObject({ state: 'completed' });
    expect(ended.errors).toMatch(`The PDF cannot be written to ${out}: ENOENT`);
  });

  it('prints the result and ends with 1 when the PDF was not made', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const printed: string[] = [];
    const complained: string[] = [];
    const code = await assessCommand(
      ['examples/support-saas.json', '--json', ...day],
      { print: (text) => printed.push(text), complain: (text) => complained.push(text) },
      {
        replaced: {
          renderPdf: async () => {
            throw new Error('The worker died.');
          },
        },
        backoff: () => 0,
      },
    );
    vi.restoreAllMocks();
    expect(code).toBe(1);
    expect(JSON.parse(printed.join(''))).toMatchObject({ state: 'completed' });
    expect(complained.at(-1)).toBe('The PDF was not made.');
    expect(complained.join('\n')).not.toContain('The worker died.');
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('interrupted by %s, it leaves nothing behind and ends with %i', async (signal, code) => {
    const temporary = await mkdtemp(path.join(folder, 'interrupted-'));
    const child = spawn(process.execPath, ['cli/assess.ts', 'examples/support-saas.json'], {
      env: { ...process.env, TMPDIR: temporary },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = once(child, 'exit');
    await once(child.stderr, 'data');
    expect(await readdir(temporary)).toContainEqual(expect.stringMatching(/^infra-mind-assess-/));
    child.kill(signal);
    expect(await ended).toEqual([code, null]);
    expect(await readdir(temporary)).toEqual([]);
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
