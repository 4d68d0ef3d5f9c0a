import { describe, expect, it } from 'vitest';
import { fig } from '../gate/prose.ts';
import type { Inline } from '../gate/prose.ts';
import { buildDocument } from './build-document.ts';
import { inlinesOf } from './cited-figures.ts';
import type { Block, ReportDocument, Section } from './document.ts';
import { sampleRun } from './sample-run.fixture.ts';

const section = (document: ReportDocument, id: string): Section => {
  const found = document.sections.find((each) => each.id === id);
  if (found === undefined) throw new Error(`The document has no section ${id}.`);
  return found;
};

const words = (inlines: readonly Inline[], document: ReportDocument): string =>
  inlines
    .map((inline) =>
      inline.kind === 'figure' ? (document.figures[inline.figure]?.text ?? '?') : inline.text,
    )
    .join('');

const wordsOf = (blocks: readonly Block[], document: ReportDocument): string =>
  blocks.map((block) => words(inlinesOf(block), document)).join('\n');

const tableOf = (blocks: readonly Block[], caption: RegExp): Extract<Block, { kind: 'table' }> => {
  const found = blocks.find((block) => block.kind === 'table' && caption.test(block.caption));
  if (found?.kind !== 'table') throw new Error(`No table is called ${caption}.`);
  return found;
};

describe('the report of a run', () => {
  const run = sampleRun();
  const document = buildDocument(run);

  it('begins with the answer and ends with what the figures rest on', () => {
    expect(document.sections.map(({ id }) => id)).toEqual([
      'answer',
      'situation',
      'options',
      'costs',
      'recommendations',
      'specialists',
      'open-points',
      'foundations',
    ]);
    const [first] = section(document, 'answer').blocks;
    expect(first).toMatchObject({ kind: 'callout', tone: 'answer' });
    expect(wordsOf(section(document, 'answer').blocks, document)).toContain(
      'Serve the drafts from p5.48xlarge in us-east-1.',
    );
  });

  it('is the same document for the same run', () => {
    expect(buildDocument(sampleRun())).toEqual(document);
  });

  it('prints no number that is neither a figure, a quote, a name, a rank nor a date', () => {
    const texts = document.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap(inlinesOf)
      .flatMap((inline) => (inline.kind === 'text' ? [inline.text] : []))
      .map((text) => text.replace(/\d{4}-\d{2}(?:-\d{2})?/gu, '').replace(/^\d+\. /u, ''))
      .map((text) => text.replaceAll('p5.48xlarge', '').replaceAll('us-east-1', ''));
    expect(texts.filter((text) => /\p{N}/u.test(text))).toEqual([]);
  });

  it('carries every figure it refers to, with band and pedigree, and no other', () => {
    const cited = document.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap(inlinesOf)
      .flatMap((inline) => (inline.kind === 'figure' ? [inline.figure] : []));
    expect(new Set(Object.keys(document.figures))).toEqual(new Set(cited));
    expect(document.figures['cost.notes-1.gpu-cloud.design-1.compute.monthly']).toEqual({
      text: '$40,900 per month',
      amount: '$40,900',
      label: 'Compute',
      band: expect.stringMatching(/^\$3\d,\d00 to \$4\d,\d00 per month$/),
      bandAmount: expect.stringMatching(/^\$3\d,\d00 to \$4\d,\d00$/),
      pedigree:
        'Computed as amount × factor; amount is On-demand price of an eight-GPU machine, $56.04 per hour (AWS list price, us-east-1, 2026-07-20); factor is Hours in a month, 730 hours per month (assumed: Definition: a year of hours over its months, 2026-01)',
    });
  });

  it('says "at least" of a price with parts missing, and never a zero', () => {
    const { rows } = tableOf(section(document, 'options').blocks, /^Options/u);
    expect(rows.map((row) => words(row[1] ?? [], document))).toEqual([
      '$40,900 per month',
      'at least $41,600 per month',
    ]);
    expect(words(rows[0]?.[3] ?? [], document)).toBe('–');
  });

  it('tells which constraint an option fails and which cannot be judged, with the reason', () => {
    const { rows } = tableOf(section(document, 'options').blocks, /^Why a constraint/u);
    expect(rows.map((row) => row.map((cell) => words(cell, document)))).toEqual([
      ["Within the team's ability", 'cannot be told', 'Nobody said who would run it.', 'all'],
      [
        'Within the budget',
        'not met',
        'It costs $41,600 per month and the budget is lower.',
        'p5.48xlarge on AWS, design B',
      ],
    ]);
  });

  it('quotes the client, names what the client does not know and what nobody asked', () => {
    const told = wordsOf(section(document, 'situation').blocks, document);
    expect(told).toContain('they loved the pilot, all 60 of them');
    expect(told).toContain('Asked, and the client does not know: cloud spend today.');
    expect(told).toContain('Not asked yet, though it matters: ');
  });

  it('keeps every side of a disagreement', () => {
    const { rows } = tableOf(section(document, 'specialists').blocks, /^Positions/u);
    expect(rows.map((row) => row.slice(0, 2).map((cell) => words(cell, document)))).toEqual([
      ['CTO', 'Token API'],
      ['Infrastructure', 'Cloud GPUs'],
    ]);
  });

  it('names everything that is missing, once, with what would settle it', () => {
    const { rows } = tableOf(section(document, 'open-points').blocks, /^Not priced/u);
    expect(rows.map((row) => words(row[0] ?? [], document))).toEqual([
      'Effort of migration',
      'Price of the licence',
      'Egress',
    ]);
  });

  it('lists the assumptions and price rows that its figures rest on, with source and date', () => {
    const { blocks } = section(document, 'foundations');
    expect(tableOf(blocks, /^Assumptions/u).rows).toHaveLength(1);
    const prices = tableOf(blocks, /^Price rows/u).rows;
    expect(prices.map((row) => words(row[3] ?? [], document))).toEqual(['2026-07-20', '2026-07-20']);
  });
});

describe('what is not in the run', () => {
  it('is not in the report: sections without content are left out', () => {
    const run = sampleRun();
    const document = buildDocument({
      ...run,
      needs: [],
      missing: [],
      specialists: [],
      synthesis: { claims: [], dissents: [], questions: [], recommendations: [], ledgerHash: '' },
    });
    expect(document.sections.map(({ id }) => id)).toEqual(['answer', 'situation', 'foundations']);
    expect(section(document, 'answer').blocks[0]).toMatchObject({
      tone: 'warning',
      title: 'No recommendation yet',
    });
  });

  it('does not slip in as a number in a recommendation: the sentence goes and the report says so', () => {
    const run = sampleRun();
    const [first] = run.synthesis.recommendations;
    if (first === undefined) throw new Error('The sample run has no recommendation.');
    const summary = `It saves 40 percent. It costs ${fig({ id: first.summary.match(/fig:([^}]+)/u)?.[1] ?? '' })}.`;
    const document = buildDocument({
      ...run,
      synthesis: { ...run.synthesis, recommendations: [{ ...first, summary }] },
    });
    const told = wordsOf(section(document, 'recommendations').blocks, document);
    expect(told).toContain('It costs $40,900 per month.');
    expect(told).not.toContain('40 percent');
    expect(document.notices.at(-1)).toBe(
      'Sentences that held a number without a source were left out of this report.',
    );
  });

  it('fails loudly when it is a figure that the ledger lacks', () => {
    const run = sampleRun();
    expect(() => buildDocument({ ...run, ledger: new Map() })).toThrow(/no figure/u);
  });
});
