import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Scope } from '#lib/domain/access/actor.ts';
import { AppError } from '#lib/errors.ts';
import type { Database } from '../database.ts';
import { isDuplicate, translated } from '../database-errors.ts';
import { notFound, within } from '../document-id.ts';
import { parseRow } from '../row.ts';
import type { Report } from './report-record.ts';
import { getReport, moveReport } from './reports.ts';

/** Well under the 16 MiB of a document, and small enough to answer while others wait. */
const chunkBytes = 4 * 1024 * 1024;
const largestReportBytes = 64 * 1024 * 1024;

/**
 * Stores the bytes of a report and marks it ready. Chunks carry the hash of the whole, so that a reader never sees a
 * mixture, and a repeated step writes the same ones. Throws `not-found`, `conflict` when the revision is not the stored
 * one, `too-large` over 64 MiB.
 */
export async function storeReportBytes(
  db: Database,
  scope: Scope,
  reportId: string,
  revision: number,
  bytes: Uint8Array,
): Promise<Report> {
  if (bytes.byteLength > largestReportBytes) {
    throw new AppError('too-large', `A report of ${bytes.byteLength} bytes is larger than allowed.`);
  }
  const report = await getReport(db, scope, reportId);
  const sha256 = sha256Of(bytes);
  for (let index = 0; index * chunkBytes < bytes.byteLength; index += 1) {
    const part = bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes);
    await storeChunk(db, scope, { reportId: report.id, sha256, index, bytes: part });
  }
  const ready = await moveReport(db, scope, reportId, revision, {
    state: 'ready',
    failedBecause: null,
    sizeBytes: bytes.byteLength,
    sha256,
  });
  if (report.sha256 !== null && report.sha256 !== sha256) {
    await dropChunks(db, scope, report.id, report.sha256);
  }
  return ready;
}

/** The bytes of a ready report. Throws `not-found` before it is ready, `internal` when they are not what was stored. */
export async function readReportBytes(
  db: Database,
  scope: Scope,
  reportId: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { id, sha256, sizeBytes, state } = await getReport(db, scope, reportId);
  if (state !== 'ready' || sha256 === null || sizeBytes === null) throw notFound('finished report');
  const bytes = new Uint8Array(sizeBytes);
  for (let index = 0; index * chunkBytes < sizeBytes; index += 1) {
    const place = { ...within(scope), reportId: id, sha256, index };
    const row = await translated(() => db.orm.report_chunks.where(place).first());
    const part = parseRow(chunkRow, row).bytes;
    if (index * chunkBytes + part.byteLength > sizeBytes) break;
    bytes.set(part, index * chunkBytes);
  }
  if (sha256Of(bytes) !== sha256) {
    throw new AppError('internal', `The bytes of report ${id} are not those that were stored.`);
  }
  return bytes;
}

type Chunk = { reportId: string; sha256: string; index: number; bytes: Uint8Array };

async function storeChunk(db: Database, scope: Scope, chunk: Chunk): Promise<void> {
  try {
    await translated(() => db.orm.report_chunks.create({ ...within(scope), ...chunk }));
  } catch (error) {
    // The same place in a content of the same hash holds the same bytes.
    if (!isDuplicate(error)) throw error;
  }
}

async function dropChunks(db: Database, scope: Scope, reportId: string, sha256: string): Promise<void> {
  const place = { ...within(scope), reportId, sha256 };
  await translated(() => db.orm.report_chunks.where(place).deleteAndCount());
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const chunkRow = z.object({ bytes: z.instanceof(Uint8Array) });
