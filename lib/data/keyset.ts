import { createHash } from 'node:crypto';
import type { ObjectId } from 'mongodb';
import { z } from 'zod';
import { AppError } from '#lib/errors.ts';
import type { CollectionName, Database } from './database.ts';
import { isDocumentId, objectId } from './document-id.ts';
import { parseInput, parseRow, storedId } from './row.ts';

/** Which page of a list: at most `limit` items (50 unless told, 100 at most) after the cursor of the page before. */
export type PageRequest = { limit?: number | undefined; cursor?: string | undefined };

/** A page, newest first. `next` is the cursor of the page after it, null on the last. */
export type Page<T> = { items: T[]; next: string | null };

/** A list as the database sees it. */
export type List<T> = {
  collection: CollectionName;
  /** Equality on the first fields of an index, the organisation before all others. */
  where: Readonly<Record<string, string | ObjectId>>;
  /** The time that the list is sorted by, newest first; the id breaks ties. */
  sortBy: 'createdAt' | 'at';
  /** Large fields that the list does not show. */
  without?: readonly string[];
  row: z.ZodType<T>;
};

type Position = { at: number; id: string };

const pageRequest = z.strictObject({
  limit: z.int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
});

/**
 * One page of a list by keyset: the index gives the page without reading what stands before it, and documents written
 * meanwhile neither repeat nor hide one. Throws `invalid-input` on a cursor that was changed or belongs to another list.
 */
export async function readPage<T>(db: Database, list: List<T>, request: PageRequest = {}): Promise<Page<T>> {
  const { limit, cursor } = parseInput(pageRequest, request);
  const rows = await db.aggregate(list.collection, [
    { $match: { ...list.where, ...after(list, cursor) } },
    { $sort: { [list.sortBy]: -1, _id: -1 } },
    { $limit: limit + 1 },
    ...(list.without === undefined ? [] : [{ $unset: [...list.without] }]),
  ]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => parseRow(list.row, row)),
    next: rows.length > limit && last !== undefined ? cursorOf(list, positionOf(list, last)) : null,
  };
}

// The range on the time alone bounds the index; the alternative settles ties inside that bound.
function after(list: List<unknown>, cursor: string | undefined): Record<string, unknown> {
  if (cursor === undefined) return {};
  const { at, id } = readCursor(list, cursor);
  const time = new Date(at);
  return {
    [list.sortBy]: { $lte: time },
    $or: [{ [list.sortBy]: { $lt: time } }, { _id: { $lt: objectId(id) } }],
  };
}

function positionOf(list: List<unknown>, row: unknown): Position {
  const keys = z.object({ _id: storedId, [list.sortBy]: z.date() });
  const { _id: id, [list.sortBy]: time } = parseRow(keys, row);
  return { at: parseRow(z.date(), time).getTime(), id: parseRow(storedId, id) };
}

function cursorOf(list: List<unknown>, { at, id }: Position): string {
  return `${at.toString(36)}.${id}.${seal(list, { at, id })}`;
}

function readCursor(list: List<unknown>, cursor: string): Position {
  const [time = '', id = '', sealed = ''] = cursor.split('.');
  const position = { at: Number.parseInt(time, 36), id };
  if (!Number.isFinite(position.at) || !isDocumentId(id) || sealed !== seal(list, position)) {
    throw new AppError('invalid-input', 'The cursor of a list does not belong to it.', {
      problems: [{ field: 'cursor', reason: 'does not belong to this list' }],
    });
  }
  return position;
}

// Not a secret: a forged cursor could only start the same organisation's list elsewhere. It catches one that was cut,
// changed or carried over from another list or filter.
function seal(list: List<unknown>, { at, id }: Position): string {
  const text = JSON.stringify([list.collection, Object.entries(list.where), list.sortBy, at, id]);
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
