import { execFileSync, spawnSync } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildDocument } from '#lib/domain/report/build-document.ts';
import type { ReportDocument } from '#lib/domain/report/document.ts';
import { sampleRun } from '#lib/domain/report/sample-run.fixture.ts';
import { renderPdf } from './render-pdf.ts';

/** Text can be read back only where poppler is installed; the other properties hold everywhere. */
const canReadText = spawnSync('pdftotext', ['-v']).status === 0;

const pageCount = (pdf: Uint8Array): number => latin1(pdf).match(/\/Type \/Page\b(?!s)/gu)?.length ?? 0;
const latin1 = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');

/** The text of each page. */
function pagesOf(pdf: Uint8Array): string[] {
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  return text.split('\f').slice(0, -1);
}

beforeAll(async () => {
  await build({
    entryPoints: ['lib/render/pdf/worker.tsx'],
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    jsx: 'automatic',
    outfile: 'lib/render/pdf/dist/worker.mjs',
    logLevel: 'error',
  });
});

describe('the PDF of a report', () => {
  const document = buildDocument(sampleRun());

  it('has the same bytes for the same report', async () => {
    expect(latin1(await renderPdf(document))).toBe(latin1(await renderPdf(document)));
  });

  it('has a title, a language, the day of the analysis, an outline and a link to every note', async () => {
    const pdf = latin1(await renderPdf(document));
    expect(pdf).toContain('/Lang (en)');
    expect(pdf).toContain('/Outlines');
    expect(pdf).toContain('D:20261124000000Z');
    for (let note = 1; note <= Object.keys(document.figures).length; note++)
      expect(pdf).toContain(`(note-${note})`);
  });

  it('takes a title that no page can hold on a line and words longer than a column', async () => {
    const long = 'standard_nd96isr_h100_v5_with_a_name_that_does_not_end'.repeat(4);
    const pdf = await renderPdf({ ...document, title: `${long} ${document.title.repeat(5)}`, client: long });
    expect(pageCount(pdf)).toBeGreaterThanOrEqual(10);
  });

  it('prints twenty pages in seconds and never holds up the main thread', async () => {
    const large = buildDocument(sampleRun({ needs: 6, optionsEach: 6 }));
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const started = performance.now();
    const pdf = await renderPdf(large);
    const tookMs = performance.now() - started;
    delay.disable();
    expect(pageCount(pdf)).toBeGreaterThanOrEqual(20);
    // The bars are 2.5 s and 50 ms on a quiet machine; tests share theirs with other tests.
    expect(tookMs).toBeLessThan(12_000);
    expect(delay.max / 1e6).toBeLessThan(250);
  });
});

describe.skipIf(!canReadText)('read back as text', () => {
  it('holds every section on the page that the table of contents names', async () => {
    const document = buildDocument(sampleRun({ needs: 3, optionsEach: 5 }));
    const pages = pagesOf(await renderPdf(document));
    const contents = pages[1] ?? '';
    document.sections.forEach(({ title }, index) => {
      const page = Number(new RegExp(`${title}\\s+(\\d+)$`, 'mu').exec(contents)?.[1]);
      expect(pages[page - 1]).toMatch(new RegExp(`^ *${index + 1} +${title}`, 'mu'));
    });
  });

  it.each([1, 5, 13])('loses no figure, no note and no page number with %i options', async (optionsEach) => {
    const document = buildDocument(sampleRun({ needs: 2, optionsEach }));
    const pages = pagesOf(await renderPdf(document));
    const text = pages.join('\n').replaceAll(/\s+/gu, ' ');
    for (const { text: figure, label } of Object.values(document.figures))
      expect(text).toContain(`${label}: ${figure}`);
    pages.slice(1).forEach((page, index) => expect(page).toContain(`Page ${index + 2} of ${pages.length}`));
    for (const heading of [
      'Prices and measurements',
      'What is missing',
      'How it came to its rank',
      'The decision asked for',
    ])
      expect(text).toContain(heading);
  });

  it.each([2, 7, 11])(
    'leaves no heading alone at the foot of a page with %i options',
    async (optionsEach) => {
      const pages = pagesOf(await renderPdf(buildDocument(sampleRun({ needs: 3, optionsEach }))));
      const lastLines = pages.slice(2).map((page) => {
        const lines = page.split('\n').filter((line) => line.trim() !== '' && !/Page \d+ of/u.test(line));
        return lines.at(-1)?.trim() ?? '';
      });
      for (const heading of [
        /^Discharge summaries$/u,
        /^Letters of ward/u,
        /^Option +Monthly/u,
        /^Criterion/u,
        /^Steps$/u,
        /^Why a constraint/u,
      ])
        expect(lastLines.filter((line) => heading.test(line))).toEqual([]);
    },
  );

  it('shows a mark for what the fonts lack, and says so on the cover', async () => {
    const document = { ...buildDocument(sampleRun()), client: 'Ωmega Здоровье 病院' };
    const [cover = ''] = pagesOf(await renderPdf(document));
    expect(cover).toContain('Prepared for Ωmega Здоровье ▯▯');
    expect(cover).toContain('in a script that its fonts lack');
  });
});

describe('a report that cannot be printed', () => {
  const document = buildDocument(sampleRun());

  it('fails with the cause of the worker', async () => {
    const broken: ReportDocument = { ...document, date: 'not a day' };
    const error: unknown = await renderPdf(broken).catch((reason: unknown) => reason);
    expect(error).toHaveProperty('code', 'internal');
    expect(error).toHaveProperty('message', 'The PDF worker failed.');
    expect(error).toHaveProperty('cause.message', 'not a day is not a day.');
  });

  it('fails when it takes longer than allowed', async () => {
    await expect(renderPdf(document, { timeoutMs: 1 })).rejects.toMatchObject({
      code: 'internal',
      message: 'The PDF took longer than 1 ms.',
    });
  });
});
