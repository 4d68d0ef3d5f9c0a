import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueOf, computeRow, listSource } from '#lib/domain/catalogue/test-rows.ts';
import type { PricePoint } from '#lib/domain/catalogue/prices.ts';
import { AppError } from '#lib/errors.ts';
import { check, findings } from './check.ts';
import { diff } from './diff.ts';
import { found, search } from './search.ts';

let changed: string;
beforeAll(async () => {
  changed = await mkdtemp(path.join(tmpdir(), 'catalogue-'));
  await cp('catalogue', changed, { recursive: true });
  const file = path.join(changed, 'compute.json');
  const text = await readFile(file, 'utf8');
  await writeFile(
    file,
    text.replace(
      '"a1.2xlarge","us-east-1",8,16,null,null,null,null,2.5,0.204',
      '"a1.2xlarge","us-east-1",8,16,null,null,null,null,2.5,0.306',
    ),
  );
});
afterAll(() => rm(changed, { recursive: true }));

describe('check', () => {
  it('finds the shipped catalogue sound, and lists what it sets aside with the reason', async () => {
    const { text, code } = await check([]);
    expect(code).toBe(0);
    expect(text).toContain('Set aside because they contradict other rows: 242');
    expect(text).toContain(
      'compute:azure/Standard_D2ads_v5/australiaeast: the price includes a Windows licence',
    );
    expect(text).toContain('Far off their own history: 0');
    expect(text).toMatch(/Without a price 1y: aws [\d,]+, azure [\d,]+, gcp \d+/);
  });

  it('ends with code 1 for a price far off its own history', () => {
    const point: PricePoint = {
      id: 'price-history:x',
      cloud: 'aws',
      sku: 'm6i.xlarge',
      region: 'us-east-1',
      kind: 'ondemand',
      usdPerHour: 0.02,
      asOf: '2026-06-01',
      methodChange: null,
      sourceCommit: 'abc',
      source: 'list',
    };
    const evidence = { measurements: [], trainingRuns: [], priceHistory: [point] };
    const { text, code } = findings(catalogueOf({ compute: [computeRow()] }), evidence, 10);
    expect(code).toBe(1);
    expect(text).toContain('USD 0.192 is 9.60 times the 0.02 of 2026-06-01');
  });

  it('refuses a directory that holds no catalogue, by file', async () => {
    await expect(check(['--dir', '/nowhere'])).rejects.toThrow('cannot be read');
  });
});

describe('diff', () => {
  it('finds nothing between a catalogue and itself', async () => {
    const { text } = await diff(['catalogue', 'catalogue']);
    expect(text).toContain('Nothing differs.');
  });

  it('names the row, the column and the change in percent', async () => {
    const { text } = await diff(['catalogue', changed]);
    expect(text).toContain('compute: 0 added, 0 removed, 1 changed');
    expect(text).toContain('~ compute:aws/a1.2xlarge/us-east-1: usdPerHourOnDemand 0.204 -> 0.306 (+50.0 %)');
  });

  it('needs two directories', async () => {
    await expect(diff(['catalogue'])).rejects.toBeInstanceOf(AppError);
  });
});

describe('search', () => {
  const catalogue = catalogueOf({
    sources: [listSource],
    compute: [
      computeRow({ region: 'us-west-2', usdPerHourOnDemand: 0.25 }),
      computeRow(),
      computeRow({
        cloud: 'gcp',
        sku: 'g2-standard-4',
        region: 'us-central1',
        gpuModel: 'L4',
        gpuCount: 1,
        gpuMemoryGibEach: 24,
      }),
      computeRow({ sku: 'm6i.metal', usdPerHourSpot: 99 }),
    ],
  });

  it('prints price, day, age and source, cheapest first', () => {
    const [, first, second, last] = found(catalogue, { words: ['m6ixlarge'] }, '2026-08-20', 9).split('\n');
    expect(first).toMatch(
      /^aws m6i\.xlarge us-east-1 .*ondemand 0\.192 per hour +2026-07-20, 31 days +AWS list price$/,
    );
    expect(second).toMatch(/^aws m6i\.xlarge us-west-2 /);
    expect(last).toBe('2 rows');
  });

  it('says how many matching rows are set aside', () => {
    expect(found(catalogue, { words: ['m6i'] }, '2026-08-20', 1)).toContain(
      '2 rows, the cheapest 1 are shown; 1 more are set aside, see check',
    );
  });

  it.each([
    [{ words: [], cloud: 'gcp' }, 1],
    [{ words: [], region: 'uswest2' }, 1],
    [{ words: [], gpu: 'L4' }, 1],
    [{ words: ['m6i'], cloud: 'gcp' }, 0],
    [{ words: ['nosuch'] }, 0],
  ])('narrows down by %j', (wanted, rows) => {
    expect(found(catalogue, wanted, '2026-08-20', 9)).toContain(`${rows} rows`);
  });

  it('gives AWS machines by the ratio of their family in the region that is asked for', async () => {
    const { text } = await search(['m6i.2xlarge', '--region', 'eu-central-1', '--date', '2026-11-24']);
    expect(text).toMatch(
      /aws m6i\.2xlarge eu-central-1 .*ondemand 0\.459994 per hour .*us-east-1 price times 1\.1979/,
    );
  });

  it.each([
    [['--gpu', 'H100'], 'H100'],
    [['--gpu', 'L999'], 'L999'],
    [[], 'needs a word'],
    [['m6i', '--date', 'today'], '--date'],
    [['m6i', '--limit', '0'], '--limit'],
    [['m6i', '--overlay', '/nowhere'], 'overlay'],
  ])('refuses %j', async (args, reason) => {
    await expect(search(args)).rejects.toThrow(reason);
  });
});
