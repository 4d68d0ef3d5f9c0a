import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseOverlay } from '#lib/domain/catalogue/import/parse-overlay.ts';
import { AppError } from '#lib/errors.ts';
import { importPrices } from './import-prices.ts';

const header = 'cloud,sku,region,kind,usd_hour,discount_percent,valid_from\n';
const sound = 'aws,p5.48xlarge,us-east-1,ondemand,41.5,,2026-02-01\n';
const azureItem = {
  currencyCode: 'USD',
  retailPrice: 0.23,
  unitPrice: 0.23,
  armRegionName: 'westeurope',
  armSkuName: 'Standard_D4s_v5',
  productName: 'Virtual Machines Dsv5 Series',
  skuName: 'D4s v5',
  meterName: 'D4s v5',
  unitOfMeasure: '1 Hour',
  type: 'Consumption',
};

let directory: string;
let out: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'import-prices-'));
  out = path.join(directory, 'out');
});
afterEach(() => rm(directory, { recursive: true }));

describe('an import', () => {
  it('writes an overlay that can be read back, named by its version', async () => {
    const { text, code } = await rateCard(header + sound);
    expect(code).toBe(0);
    const [file = ''] = await readdir(out);
    const overlay = parseOverlay(JSON.parse(await readFile(path.join(out, file), 'utf8')));
    expect(file).toBe(`price-overlay-${overlay.version.slice(0, 12)}.json`);
    expect(text).toContain(overlay.version);
    expect(overlay.source).toMatchObject({ label: "the client's rate card", publisher: 'the client' });
    expect(overlay.entries).toHaveLength(1);
  });

  it('gives the same version for the same file, and one file', async () => {
    await rateCard(header + sound);
    await rateCard(header + sound);
    expect(await readdir(out)).toHaveLength(1);
  });

  it('writes nothing when one row is refused, and names it', async () => {
    const { text, code } = await rateCard(`${header + sound}aws,nope,us-east-1,ondemand,1,,2026-02-01\n`);
    expect(code).toBe(1);
    expect(text).toContain('Row 3 is refused: no machine nope of aws is known');
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });

  it('writes the rest when told to leave the refused rows out', async () => {
    const { code } = await rateCard(
      `${header + sound}aws,nope,us-east-1,ondemand,1,,2026-02-01\n`,
      '--leave-refused',
    );
    expect(code).toBe(0);
    expect(await readdir(out)).toHaveLength(1);
  });

  it('writes nothing when no row is of use, whatever it was told', async () => {
    expect(await rateCard(header, '--leave-refused')).toMatchObject({ code: 1 });
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });

  it('of the Azure list counts what it leaves out and says when pages are missing', async () => {
    const items = [azureItem, { ...azureItem, productName: 'Virtual Machines Dsv5 Series Windows' }];
    const { text, code } = await azure({ Items: items, NextPageLink: 'https://next.invalid/' });
    expect(code).toBe(0);
    expect(text).toContain('Prices: 1. Discounts: 0. Refused: 0.');
    expect(text).toContain('Left out: 1 Windows');
    expect(text).toContain('one page of several');
    const [file = ''] = await readdir(out);
    const { source } = parseOverlay(JSON.parse(await readFile(path.join(out, file), 'utf8')));
    expect(source.asOf).toBe('2026-11-20');
  });

  it('takes several pages at once', async () => {
    const elsewhere = { ...azureItem, armRegionName: 'northeurope' };
    const { text } = await azure([{ Items: [azureItem] }, { Items: [elsewhere] }]);
    expect(text).toContain('Prices: 2.');
    expect(text).not.toContain('one page of several');
  });

  it.each([
    ['no file', []],
    ['two kinds of file', ['--azure', 'a', '--rate-card', 'b', '--out', 'c']],
    ['no directory', ['--azure', 'a']],
    ['an unknown option', ['--azure', 'a', '--out', 'c', '--force']],
    ['a day that is none', ['--azure', 'a', '--out', 'c', '--as-of', '2026-13-01']],
    ['a file that is not there', ['--azure', '/nowhere', '--out', 'c']],
  ])('refuses a call with %s', async (_what, args) => {
    await expect(importPrices(args)).rejects.toBeInstanceOf(AppError);
  });

  it('refuses a name that a report could not print', async () => {
    await expect(rateCard(header + sound, '--name', '=cmd|{{fig:x}}')).rejects.toThrow('--name');
  });
});

describe('a file is refused as a whole', () => {
  it.each<[string, Buffer, string]>([
    ['in UTF-16', Buffer.from(`\uFEFF${header}`, 'utf16le'), 'UTF-16'],
    ['in Latin-1', Buffer.from(`${header}aws,ä,us-east-1,ondemand,1,,2026-02-01\n`, 'latin1'), 'not UTF-8'],
    ['as a spreadsheet', Buffer.from('PK\u0003\u0004'), 'spreadsheet'],
    ['with semicolons', Buffer.from(header.replaceAll(',', ';')), 'semicolons'],
    ['with a quote that does not close', Buffer.from(`${header}aws,"p5\n`), 'not CSV'],
    ['with a cell of megabytes', Buffer.from(`${header}aws,"${'x'.repeat(1e6)}"\n`), 'not CSV'],
    ['beyond 10 MB', Buffer.alloc(10_000_001, 0x20), 'larger than 10 MB'],
    ['without a line', Buffer.from(''), 'empty'],
  ])('%s', async (_what, bytes, reason) => {
    await expect(rateCard(bytes)).rejects.toThrow(reason);
    await expect(readdir(out)).rejects.toThrow('ENOENT');
  });

  it.each([
    ['that is no JSON', '{', 'not JSON'],
    ['without items', '{}', 'no Items'],
    ['of text', '"Items"', 'no Items'],
    ['in euros', '{"Items":[],"BillingCurrency":"EUR"}', 'in EUR'],
  ])('%s', async (_what, text, reason) => {
    await expect(azure(text)).rejects.toThrow(reason);
  });
});

async function rateCard(content: string | Buffer, ...options: string[]) {
  const file = path.join(directory, 'card.csv');
  await writeFile(file, content);
  return importPrices(['--rate-card', file, '--out', out, ...options]);
}

async function azure(content: object | string) {
  const file = path.join(directory, 'azure.json');
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return importPrices(['--azure', file, '--out', out, '--as-of', '2026-11-20']);
}
