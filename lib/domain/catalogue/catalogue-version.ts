import { createHash } from 'node:crypto';
import type { CatalogueTables } from './catalogue.ts';

/**
 * SHA-256 over all tables and the fitted models, hexadecimal: the same for the same content in any order of rows and columns, another one
 * when a single cell changes.
 */
export function hashCatalogue(tables: CatalogueTables): string {
  const hash = createHash('sha256');
  for (const name of tableNames) {
    hash.update(`\n${name}\n`);
    for (const line of tables[name].map(canonicalLine).toSorted()) hash.update(`${line}\n`);
  }
  hash.update(`\nfitted\n${canonicalLine(tables.fitted)}\n`);
  return hash.digest('hex');
}

const tableNames = [
  'sources',
  'assumptions',
  'compute',
  'storageNetwork',
  'regional',
  'gpuClouds',
  'spotAdvice',
  'tpus',
  'accelerators',
  'models',
  'tokenPrices',
  'carbon',
  'regions',
  'frameworks',
  'controls',
  'crosswalk',
] as const satisfies readonly Exclude<keyof CatalogueTables, 'fitted'>[];

/** Own form instead of a JSON replacer: a replacer is called per cell and takes ten times as long over 20,000 rows. */
function canonicalLine(row: object): string {
  return JSON.stringify(sortedEntries(row));
}

function sortedEntries(value: object): [string, unknown][] {
  const entries: [string, unknown][] = Object.entries(value);
  for (const entry of entries) {
    const cell = entry[1];
    if (typeof cell === 'object' && cell !== null) entry[1] = sortedEntries(cell);
  }
  return entries.toSorted(byKey);
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}
