import { pathToFileURL } from 'node:url';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { readEvidence } from '#lib/data/catalogue/read-evidence.ts';
import { AppError } from '#lib/errors.ts';
import { type ChangedRow, diffRows, type StoredRow } from './diff-rows.ts';
import { limitOf, readCall } from './read-call.ts';
import { someOf } from './some-of.ts';

/** Compares two catalogue directories table by table: rows added, removed and changed, numbers with their change in percent. */
export async function diff(args: readonly string[]): Promise<{ text: string; code: 0 }> {
  const { values, positionals } = readCall(args, { limit: { type: 'string' } });
  const [before, after] = positionals;
  if (before === undefined || after === undefined || positionals.length > 2)
    throw new AppError('invalid-input', 'diff compares two directories.');
  const [old, now] = await Promise.all([readTables(before), readTables(after)]);
  const limit = limitOf(values.limit, 20);
  const lines = [...now.tables].flatMap(([name, rows]) =>
    tableLines(name, old.tables.get(name) ?? [], rows, limit),
  );
  return {
    text: [`${old.version} -> ${now.version}`, ...(lines.length === 0 ? ['Nothing differs.'] : lines)].join(
      '\n',
    ),
    code: 0,
  };
}

async function readTables(
  path: string,
): Promise<{ version: string; tables: Map<string, readonly StoredRow[]> }> {
  const directory = pathToFileURL(`${path}/`);
  const [catalogue, evidence] = await Promise.all([readCatalogue(directory), readEvidence(directory)]);
  const { compute, regional, gpuClouds } = catalogue;
  const setAside = (table: string) =>
    catalogue.quarantined.flatMap(({ row }) => (row.id.startsWith(`${table}:`) ? [row] : []));
  const tables = new Map<string, readonly StoredRow[]>([
    ['sources', catalogue.sources],
    ['assumptions', catalogue.assumptions],
    ['compute', [...compute, ...setAside('compute')]],
    ['aws-regional', [...regional, ...setAside('aws-regional')]],
    ['gpu-clouds', [...gpuClouds, ...setAside('gpu-clouds')]],
    ['spot-advisor', catalogue.spotAdvice],
    ['tpus', catalogue.tpus],
    ['storage-network', catalogue.storageNetwork],
    ['token-prices', catalogue.tokenPrices],
    ['accelerators', catalogue.accelerators],
    ['models', catalogue.models],
    ['regions', catalogue.regions],
    ['carbon', catalogue.carbon],
    ['controls', catalogue.controls],
    ['crosswalk', catalogue.crosswalk],
    ['measurements', evidence.measurements],
    ['training-runs', evidence.trainingRuns],
    ['price-history', evidence.priceHistory],
  ]);
  return { version: catalogue.version, tables };
}

function tableLines(
  name: string,
  old: readonly StoredRow[],
  now: readonly StoredRow[],
  limit: number,
): string[] {
  const { added, removed, changed } = diffRows(old, now);
  if (added.length + removed.length + changed.length === 0) return [];
  return [
    `${name}: ${added.length} added, ${removed.length} removed, ${changed.length} changed`,
    ...someOf(
      [...changed.map(changeLine), ...added.map((id) => `  + ${id}`), ...removed.map((id) => `  - ${id}`)],
      limit,
    ),
  ];
}

function changeLine({ id, cells }: ChangedRow): string {
  const changes = cells.map(({ column, before, after, percent }) => {
    const by = percent === undefined ? '' : ` (${percent > 0 ? '+' : ''}${percent.toFixed(1)} %)`;
    return `${column} ${shown(before)} -> ${shown(after)}${by}`;
  });
  return `  ~ ${id}: ${changes.join(', ')}`;
}

function shown(cell: unknown): string {
  return cell === null || cell === undefined ? 'unknown' : JSON.stringify(cell);
}
