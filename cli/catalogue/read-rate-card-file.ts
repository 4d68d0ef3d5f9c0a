import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { CsvRecord } from '#lib/domain/catalogue/import/rate-card.ts';
import { AppError } from '#lib/errors.ts';
import { readTextFile } from './read-file.ts';

const maxBytes = 10_000_000;
const mostRecords = 100_000;

/** A CSV file taken apart, with the hash of its bytes. */
export type RateCardFile = { header: readonly string[]; records: readonly CsvRecord[]; hash: string };

/**
 * Reads a rate card: UTF-8, commas, a header. Throws `invalid-input` for other encodings and separators, for quotes that do not
 * close, and for more than 10 MB or 100,000 rows.
 */
export async function readRateCardFile(file: string): Promise<RateCardFile> {
  const { text, hash } = await readTextFile(file, maxBytes);
  return { ...parseRateCard(text), hash };
}

/** As `readRateCardFile`, from the text of the file. */
export function parseRateCard(text: string): Omit<RateCardFile, 'hash'> {
  const [first, ...records] = recordsOf(text);
  if (first === undefined) throw new AppError('invalid-input', 'The rate card is empty.');
  const [only = '', second] = first.cells;
  if (second === undefined && /[;\t]/.test(only))
    throw new AppError(
      'invalid-input',
      'The cells are separated by semicolons or tabs: separate them by commas.',
    );
  if (records.length > mostRecords)
    throw new AppError('too-large', `The rate card has more than ${mostRecords.toLocaleString('en')} rows.`);
  return { header: first.cells, records };
}

function recordsOf(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  try {
    parse(text, {
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: 10_000,
      on_record: (cells: string[], { lines }) => {
        records.push({ line: lines, cells });
        return null;
      },
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new AppError('invalid-input', `The rate card is not CSV: ${cause.message}`, { cause });
  }
  return records;
}
