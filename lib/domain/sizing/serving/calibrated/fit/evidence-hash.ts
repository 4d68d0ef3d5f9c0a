import { createHash } from 'node:crypto';
import type { ServingEvidence } from './observation.ts';

/** SHA-256 over every row that the fit of the serving model reads, hexadecimal. Independent of the order of rows. */
export function hashServingEvidence({ measurements, models, accelerators }: ServingEvidence): string {
  return hashRows([measurements, models, accelerators]);
}

/** SHA-256 over rows of tables, hexadecimal. Rows are sorted, columns keep the order in which they are read. */
export function hashRows(tables: readonly (readonly object[])[]): string {
  const hash = createHash('sha256');
  for (const table of tables) {
    for (const line of table.map((row) => JSON.stringify(row)).toSorted()) hash.update(`${line}\n`);
    hash.update('\n');
  }
  return hash.digest('hex');
}
