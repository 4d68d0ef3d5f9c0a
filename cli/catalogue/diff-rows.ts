import { isDeepStrictEqual } from 'node:util';

/** A row with its key. */
export type StoredRow = { readonly id: string };

/** A row that two versions of a table hold with unlike cells. */
export type ChangedRow = { readonly id: string; readonly cells: readonly ChangedCell[] };
type ChangedCell = {
  readonly column: string;
  readonly before: unknown;
  readonly after: unknown;
  /** Change of a number in percent of what it was; undefined for all else. */
  readonly percent: number | undefined;
};

/** What differs between two versions of a table; rows are the same row when their keys are. */
export function diffRows(
  before: readonly StoredRow[],
  after: readonly StoredRow[],
): { added: string[]; removed: string[]; changed: ChangedRow[] } {
  const old = new Map(before.map((row) => [row.id, row]));
  const now = new Map(after.map((row) => [row.id, row]));
  return {
    added: [...now.keys()].filter((id) => !old.has(id)),
    removed: [...old.keys()].filter((id) => !now.has(id)),
    changed: [...now].flatMap(([id, row]) => {
      const was = old.get(id);
      const cells = was === undefined ? [] : changedCells(was, row);
      return cells.length === 0 ? [] : [{ id, cells }];
    }),
  };
}

function changedCells(before: StoredRow, after: StoredRow): ChangedCell[] {
  const old = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((column) => {
    const [was, is] = [old.get(column), now.get(column)];
    return isDeepStrictEqual(was, is)
      ? []
      : [{ column, before: was, after: is, percent: percentChange(was, is) }];
  });
}

function percentChange(before: unknown, after: unknown): number | undefined {
  if (typeof before !== 'number' || typeof after !== 'number' || before === 0) return undefined;
  return (after / before - 1) * 100;
}
