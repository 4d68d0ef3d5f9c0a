import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { tpuTable } from './price-tables.ts';
import { checkProvenance } from './read-sources.ts';
import { parseTable, readTable } from './read-table.ts';

const columns = ['model', 'region', 'usdPerChipHourOnDemand', 'usdPerChipHourSpot', 'source', 'asOf'];
const row = ['TPU-v6e', 'us-east1', 2.7, null, 'google', '2024-12-23'];
const stored = (rows: unknown[], named = columns) => ({ table: 'tpus', columns: named, rows });

describe('a stored table', () => {
  it('becomes rows with an id from their key', () => {
    expect(parseTable(stored([row]), tpuTable)).toEqual([
      {
        id: 'tpus:TPU-v6e/us-east1',
        model: 'TPU-v6e',
        region: 'us-east1',
        usdPerChipHourOnDemand: 2.7,
        usdPerChipHourSpot: null,
        source: 'google',
        asOf: '2024-12-23',
      },
    ]);
  });

  it('gives the same rows whatever the order of its columns', () => {
    const turned = stored([row.toReversed()], columns.toReversed());
    expect(parseTable(turned, tpuTable)).toEqual(parseTable(stored([row]), tpuTable));
  });

  it('names file, row and column of a wrong cell', () => {
    const wrong = row.with(2, 'free');
    expect(() => parseTable(stored([row, wrong]), tpuTable)).toThrow(
      /^tpus\.json, row 2: column usdPerChipHourOnDemand: /,
    );
  });

  it('refuses two rows of one key', () => {
    expect(() => parseTable(stored([row, row]), tpuTable)).toThrow(
      'tpus.json, row 2: the key tpus:TPU-v6e/us-east1 is there twice',
    );
  });

  it('refuses a short row, an unknown column and a missing one', () => {
    expect(() => parseTable(stored([row.slice(1)]), tpuTable)).toThrow(
      'tpus.json, row 1: 5 cells for 6 columns',
    );
    expect(() => parseTable(stored([row], columns.with(0, 'chip')), tpuTable)).toThrow(/column model/);
    expect(() => parseTable(stored([[...row, 1]], [...columns, 'extra']), tpuTable)).toThrow(/extra/);
  });

  it('refuses the content of another table', () => {
    expect(() => parseTable({ ...stored([row]), table: 'models' }, tpuTable)).toThrow(
      'holds the table models',
    );
  });

  it('names the file that cannot be read', async () => {
    const nowhere = pathToFileURL('/nowhere/catalogue/');
    await expect(readTable(nowhere, tpuTable)).rejects.toThrow('tpus.json of the catalogue cannot be read');
  });
});

describe('the pedigree of a row', () => {
  const source = {
    id: 'google',
    label: 'Google price',
    publisher: 'Google',
    reference: 'page',
    licence: 'facts',
    asOf: '2024-12-23',
    asOfNote: null,
    caveat: null,
  };
  const dated = { id: 'tpus:x', source: 'google', asOf: '2024-12-23' };

  it('is a known source and a day', () => {
    expect(() => checkProvenance([dated], [source])).not.toThrow();
    expect(() => checkProvenance([{ ...dated, source: 'rumour' }], [source])).toThrow(
      'unknown source rumour',
    );
  });

  it('may lack the day only when the source says why', () => {
    const undated = { ...dated, asOf: null };
    expect(() => checkProvenance([undated], [source])).toThrow('no date');
    expect(() =>
      checkProvenance([undated], [{ ...source, asOf: null, asOfNote: 'day unknown' }]),
    ).not.toThrow();
  });
});
