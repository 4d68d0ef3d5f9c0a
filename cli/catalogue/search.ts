import { readFile } from 'node:fs/promises';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { accelerator } from '#lib/domain/catalogue/accelerator-lookup.ts';
import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import { foldName } from '#lib/domain/catalogue/fold-name.ts';
import { applyOverlay } from '#lib/domain/catalogue/import/apply-overlay.ts';
import { parseOverlay } from '#lib/domain/catalogue/import/parse-overlay.ts';
import { AppError } from '#lib/errors.ts';
import { dayOf, limitOf, readCall } from './read-call.ts';
import { type PricedRow, pricedRows } from './priced-rows.ts';

/** Which rows are wanted; names are folded, absent is any. */
export type Wanted = { words: string[]; cloud?: string; region?: string; gpu?: string };

/** Prints the price rows that hold all words, cheapest first, each with its day, its age and its source. */
export async function search(args: readonly string[]): Promise<{ text: string; code: 0 }> {
  const { values, positionals } = readCall(args, {
    cloud: { type: 'string' },
    region: { type: 'string' },
    gpu: { type: 'string' },
    overlay: { type: 'string' },
    date: { type: 'string' },
    limit: { type: 'string' },
  });
  const date = dayOf('date', values.date);
  const list = await readCatalogue();
  const catalogue = values.overlay === undefined ? list : await overlaid(list, values.overlay, date);
  const wanted: Wanted = {
    words: positionals.flatMap((text) => text.split(/\s+/)).map(foldName),
    ...(values.cloud === undefined ? {} : { cloud: foldName(values.cloud) }),
    ...(values.region === undefined ? {} : { region: foldName(values.region) }),
    ...(values.gpu === undefined ? {} : { gpu: gpuOf(catalogue, values.gpu) }),
  };
  if (Object.keys(wanted).length === 1 && wanted.words.join('') === '')
    throw new AppError('invalid-input', 'search needs a word, a cloud, a region or a GPU.');
  return { text: found(catalogue, wanted, date, limitOf(values.limit, 40)), code: 0 };
}

/** The rows found as a table of text. */
export function found(catalogue: Catalogue, wanted: Wanted, date: string, limit: number): string {
  const rows = pricedRows(catalogue, wanted.region)
    .filter((row) => isWanted(row, wanted))
    .toSorted(
      (a, b) => (a.usd ?? Number.MAX_VALUE) - (b.usd ?? Number.MAX_VALUE) || (a.key < b.key ? -1 : 1),
    );
  const setAside = catalogue.quarantined.filter(({ row }) =>
    isWanted(
      { key: `${row.id} ${'gpuModel' in row ? (row.gpuModel ?? '') : ''}`, gpu: undefined, ...placeOf(row) },
      wanted,
    ),
  ).length;
  const cells = rows.slice(0, limit).map((row) => [row.name, row.prices, age(row, date), row.source]);
  return [
    ...table([['what', 'USD', 'age', 'source'], ...cells]),
    `${rows.length} rows${rows.length > limit ? `, the cheapest ${limit} are shown` : ''}${setAside === 0 ? '' : `; ${setAside} more are set aside, see check`}`,
  ].join('\n');
}

async function overlaid(catalogue: Catalogue, file: string, date: string): Promise<Catalogue> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new AppError('invalid-input', `${file} cannot be read as an overlay.`, { cause });
  }
  return applyOverlay(catalogue, parseOverlay(json), date);
}

function gpuOf(catalogue: Catalogue, name: string): string {
  const part = accelerator(catalogue, name);
  if (part === undefined)
    throw new AppError('invalid-input', `No accelerator ${name} is known, or several are meant.`);
  return part.model;
}

function placeOf(row: object): { cloud: string; region: string } {
  const cells = new Map<string, unknown>(Object.entries(row));
  const text = (column: string) => {
    const cell = cells.get(column);
    return typeof cell === 'string' ? cell : undefined;
  };
  return { cloud: text('cloud') ?? text('provider') ?? 'aws', region: text('region') ?? '' };
}

function isWanted(
  row: Pick<PricedRow, 'key' | 'cloud' | 'region' | 'gpu'>,
  { words, cloud, region, gpu }: Wanted,
): boolean {
  const key = foldName(row.key);
  return (
    words.every((word) => key.includes(word)) &&
    (cloud === undefined || foldName(row.cloud) === cloud) &&
    (region === undefined || foldName(row.region) === region || row.region === 'any') &&
    (gpu === undefined || row.gpu === gpu)
  );
}

function age({ asOf, undated }: PricedRow, date: string): string {
  if (asOf === null) return undated ?? 'day unknown';
  const days = Math.round((Date.parse(date) - Date.parse(asOf)) / 86_400_000);
  return `${asOf}, ${days} days`;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((cells) => (cells[column] ?? '').length)));
  return rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
