import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { RowId, TableName } from '#lib/domain/catalogue/provenance.ts';
import { AppError } from '#lib/errors.ts';
import type { Table } from './table.ts';

/** A stored row with the id that its key gives it. */
export type StoredRow<Name extends TableName, Columns> = { readonly id: RowId<Name> } & Columns;

/**
 * The rows of `<name>.json` in a directory. Throws `internal` naming file, row and column when a cell is not what its
 * column holds, when a column is missing or unknown, or when two rows have one key.
 */
export async function readTable<Name extends TableName, Columns extends object>(
  directory: URL,
  table: Table<Name, Columns>,
): Promise<StoredRow<Name, Columns>[]> {
  const file = `${table.name}.json`;
  return parseTable(await readJson(directory, file), table);
}

/** As `readTable`, from the content of the file. */
export function parseTable<Name extends TableName, Columns extends object>(
  content: unknown,
  table: Table<Name, Columns>,
): StoredRow<Name, Columns>[] {
  const file = `${table.name}.json`;
  const { table: name, columns, rows } = checked(storedTable, content, file);
  if (name !== table.name) throw new AppError('internal', `${file}: holds the table ${name}`);
  const ids = new Set<string>();
  return rows.map((cells, index) => {
    const place = `${file}, row ${index + 1}`;
    if (cells.length !== columns.length) {
      throw new AppError('internal', `${place}: ${cells.length} cells for ${columns.length} columns`);
    }
    const row = checked(table.columns, nameCells(columns, cells), place);
    const id = table.rowId(row);
    if (ids.has(id)) throw new AppError('internal', `${place}: the key ${id} is there twice`);
    ids.add(id);
    return { id, ...row };
  });
}

/** A loop, because there are 20,000 rows and an array of pairs for each would double the time to load. */
function nameCells(columns: readonly string[], cells: readonly unknown[]): Record<string, unknown> {
  const named: Record<string, unknown> = {};
  for (const [position, column] of columns.entries()) named[column] = cells[position];
  return named;
}

/** A JSON file of the catalogue. Throws `internal` naming the file. */
export async function readJson(directory: URL, file: string): Promise<unknown> {
  const base = directory.href.endsWith('/') ? directory : new URL(`${directory.href}/`);
  try {
    const content: unknown = JSON.parse(await readFile(new URL(file, base), 'utf8'));
    return content;
  } catch (cause) {
    throw new AppError('internal', `${file} of the catalogue cannot be read`, { cause });
  }
}

/** The value as its schema knows it. Throws `internal` naming the place and each wrong column. */
export function checked<Value>(schema: z.ZodType<Value>, value: unknown, place: string): Value {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => {
    const column = issue.path.map(String).join('.');
    return column === '' ? issue.message : `column ${column}: ${issue.message}`;
  });
  throw new AppError('internal', `${place}: ${problems.join('; ')}`, { cause: result.error });
}

/** Sections beside the table, such as the frameworks of the controls, are read by their own reader. */
const storedTable = z.object({
  table: z.string(),
  columns: z.array(z.string()).min(1),
  rows: z.array(z.array(z.unknown())),
});
