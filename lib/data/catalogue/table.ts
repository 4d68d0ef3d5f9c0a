import { z } from 'zod';
import type { RowId, TableName } from '#lib/domain/catalogue/provenance.ts';

/** One table of the catalogue as it is stored: a file, the schema of its columns, and what makes a row unique. */
export type Table<Name extends TableName, Columns extends object> = {
  readonly name: Name;
  readonly columns: z.ZodType<Columns>;
  readonly rowId: (row: Columns) => RowId<Name>;
};

/** Defines a table. `key` gives the part of the row id after the table name. */
export function table<Name extends TableName, Columns extends object>(
  name: Name,
  columns: z.ZodType<Columns>,
  key: (row: Columns) => string,
): Table<Name, Columns> {
  return { name, columns, rowId: (row) => `${name}:${key(row)}` };
}

export const isoDate = z.string().regex(/^\d{4}-\d{2}(?:-\d{2})?$/);
export const text = z.string().min(1);
export const textOrUnknown = text.nullable();
/** Any finite number: whether it can be a price is judged row by row, not by refusing the file. */
export const number = z.number();
export const numberOrUnknown = number.nullable();
/** Zero has no meaning in these columns, so a zero would be an unknown in disguise. */
export const amount = z.number().positive();
export const amountOrUnknown = amount.nullable();
export const provenance = { source: text, asOf: isoDate.nullable() };
