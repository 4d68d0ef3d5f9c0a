import { AppError } from '#lib/errors.ts';
import type { Catalogue } from '../catalogue.ts';
import { clouds, purchaseKinds } from '../prices.ts';
import { every, type EntryScope, type OverlayEntry, type Refusal } from './overlay.ts';
import { checkCell, day, discountPercent, oneOf, plainName, usdPerHour } from './rate-card-cells.ts';
import { entryJudge } from './use-of-entry.ts';

export const rateCardColumns = [
  'cloud',
  'sku',
  'region',
  'kind',
  'usd_hour',
  'discount_percent',
  'valid_from',
] as const;
type Column = (typeof rateCardColumns)[number];
const required: readonly Column[] = ['cloud', 'sku', 'region', 'kind', 'valid_from'];

/** Patterns are compared with every machine; a rate card has a handful. */
const mostPatterns = 500;

/** A record of a CSV file: the line on which it ends, and its cells. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };

/**
 * The entries of a client's rate card, and every row that is refused with its line and reason. Throws `invalid-input` when the
 * header is not that of a rate card.
 */
export function readRateCard(
  header: readonly string[],
  records: readonly CsvRecord[],
  catalogue: Catalogue,
): { entries: OverlayEntry[]; refused: Refusal[] } {
  const columns = columnsOf(header);
  const whyNoUse = entryJudge(catalogue);
  const seen = new Map<string, number>();
  const entries: OverlayEntry[] = [];
  const refused: Refusal[] = [];
  let patterns = 0;
  for (const record of records) {
    try {
      const entry = entryOf(columns, record);
      const reason = saidBefore(seen, entry) ?? whyNoUse(entry);
      if (reason !== undefined) throw new AppError('invalid-input', reason);
      patterns += entry.sku.endsWith(every) ? 1 : 0;
      entries.push(entry);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'invalid-input') throw error;
      refused.push({ line: record.line, reason: error.message });
    }
  }
  if (patterns > mostPatterns)
    throw new AppError('too-large', `The rate card names more than ${mostPatterns} groups of machines.`);
  return { entries, refused };
}

function columnsOf(header: readonly string[]): ReadonlyMap<Column, number> {
  const names = header.map((name) => name.trim().toLowerCase());
  const unknown = names.find((name) => !rateCardColumns.some((column) => column === name));
  if (unknown !== undefined)
    throw refusedHeader(
      `has a column ${JSON.stringify(unknown.slice(0, 40))} that a rate card does not have`,
    );
  if (new Set(names).size !== names.length) throw refusedHeader('names a column twice');
  const columns = new Map(
    rateCardColumns.flatMap((column) => (names.includes(column) ? [[column, names.indexOf(column)]] : [])),
  );
  const missing = required.find((column) => !columns.has(column));
  if (missing !== undefined) throw refusedHeader(`has no column ${missing}`);
  if (!columns.has('usd_hour') && !columns.has('discount_percent'))
    throw refusedHeader('has neither usd_hour nor discount_percent');
  return columns;
}

function refusedHeader(reason: string): AppError {
  const columns = rateCardColumns.join(', ');
  return new AppError('invalid-input', `The header ${reason}. The columns are ${columns}.`);
}

/** The entry of a record. Throws `invalid-input` when it is none. */
function entryOf(columns: ReadonlyMap<Column, number>, { line, cells }: CsvRecord): OverlayEntry {
  if (cells.length !== columns.size)
    throw refusedRow(`has ${cells.length} cells for ${columns.size} columns`);
  cells.forEach(checkCell);
  const cell = (column: Column) => (cells[columns.get(column) ?? -1] ?? '').trim();
  const scope: EntryScope = {
    line,
    cloud: oneOf('cloud', cell('cloud'), clouds),
    sku: plainName('sku', cell('sku')),
    region: plainName('region', cell('region')),
    kind: oneOf('kind', cell('kind'), [...purchaseKinds, every]),
    validFrom: day('valid_from', cell('valid_from')),
  };
  if (scope.region !== every && scope.region.endsWith(every))
    throw refusedRow('region is one region, or * for all');
  const price = cell('usd_hour');
  const discount = cell('discount_percent');
  if (price !== '' && discount !== '') throw refusedRow('has both usd_hour and discount_percent');
  if (price === '' && discount === '') throw refusedRow('has neither usd_hour nor discount_percent');
  return price === ''
    ? { ...scope, discountPercent: discountPercent(discount) }
    : { ...scope, usdPerHour: usdPerHour(price), commitment: null };
}

function refusedRow(reason: string): AppError {
  return new AppError('invalid-input', reason);
}

function saidBefore(seen: Map<string, number>, entry: OverlayEntry): string | undefined {
  const key = [entry.cloud, entry.sku, entry.region, entry.kind, entry.validFrom].join(' ');
  const before = seen.get(key);
  seen.set(key, before ?? entry.line);
  return before === undefined ? undefined : `is about the same price and day as line ${before}`;
}
