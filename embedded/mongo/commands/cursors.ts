import { randomBytes } from 'node:crypto';
import { calculateObjectSize, Long } from 'bson';
import type { Doc } from '../bson/document.ts';
import { MongoFault } from '../faults.ts';

/** Drivers ask for their first batch without a size; MongoDB then sends this many documents. */
const firstBatchDocuments = 101;
const largestBatchBytes = 15 * 1024 * 1024;

/** MongoDB closes a cursor nobody has read from for ten minutes. */
const idleMilliseconds = 10 * 60 * 1000;

type Cursor = { namespace: string; source: Iterator<Doc>; held: Doc | undefined; usedAt: number };

type FirstBatch = {
  namespace: string;
  documents: Iterable<Doc>;
  batchSize: number | undefined;
  singleBatch?: boolean;
  /** A transaction's rows are gone when the command ends, so its cursors hold all results. */
  readAll: boolean;
  now: Date;
};

/** The open cursors of the server. A cursor reads on only when it is asked for its next batch. */
export class Cursors {
  readonly #open = new Map<string, Cursor>();
  #lastId = randomBytes(8).readBigUInt64LE() >> 2n;

  /** The `cursor` reply of find and aggregate; the cursor stays open (id not 0) while there is more. */
  start({ namespace, documents, batchSize, singleBatch = false, readAll, now }: FirstBatch): Doc {
    const iterable = readAll ? [...documents] : documents;
    const cursor: Cursor = {
      namespace,
      source: iterable[Symbol.iterator](),
      held: undefined,
      usedAt: now.getTime(),
    };
    const { batch, exhausted } = take(cursor, batchSize ?? firstBatchDocuments);
    if (exhausted || singleBatch) return reply('firstBatch', Long.ZERO, namespace, batch);
    this.#lastId += 1n;
    const id = Long.fromBigInt(this.#lastId);
    this.#open.set(id.toString(), cursor);
    return reply('firstBatch', id, namespace, batch);
  }

  /** The next batch. Throws CursorNotFound for a cursor that does not exist, or no more, or on another collection. */
  next(id: Long, namespace: string, batchSize: number | undefined, now: Date): Doc {
    const cursor = this.#open.get(id.toString());
    if (cursor === undefined || cursor.namespace !== namespace) {
      throw new MongoFault('CursorNotFound', `cursor id ${id.toString()} not found`);
    }
    cursor.usedAt = now.getTime();
    const unlimited = batchSize === undefined || batchSize === 0;
    const { batch, exhausted } = take(cursor, unlimited ? Number.MAX_SAFE_INTEGER : batchSize);
    if (exhausted) this.#open.delete(id.toString());
    return reply('nextBatch', exhausted ? Long.ZERO : id, namespace, batch);
  }

  /** Closes a cursor; false if there is none. */
  kill(id: Long): boolean {
    const cursor = this.#open.get(id.toString());
    cursor?.source.return?.();
    return this.#open.delete(id.toString());
  }

  closeIdle(now: number): void {
    for (const [id, cursor] of this.#open) if (cursor.usedAt < now - idleMilliseconds) this.#open.delete(id);
  }
}

/** Up to `count` documents within the size of a message, and whether those were the last. */
function take(cursor: Cursor, count: number): { batch: Doc[]; exhausted: boolean } {
  const batch: Doc[] = [];
  let bytes = 0;
  while (batch.length < count) {
    const doc = cursor.held ?? pull(cursor.source);
    cursor.held = undefined;
    if (doc === undefined) return { batch, exhausted: true };
    bytes += calculateObjectSize(doc);
    if (batch.length > 0 && bytes > largestBatchBytes) {
      cursor.held = doc;
      return { batch, exhausted: false };
    }
    batch.push(doc);
  }
  return { batch, exhausted: false };
}

function pull(source: Iterator<Doc>): Doc | undefined {
  const next = source.next();
  return next.done === true ? undefined : next.value;
}

function reply(batchName: string, id: Long, namespace: string, batch: Doc[]): Doc {
  return { cursor: { [batchName]: batch, id, ns: namespace } };
}
