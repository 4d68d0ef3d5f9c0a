import { describe, expect, it } from 'vitest';
import { useTestDatabases } from '../../../test/data/databases.ts';
import { anOwner, aRun } from '../../../test/data/world.ts';
import { readReportBytes, storeReportBytes } from './report-bytes.ts';
import { failReport, getReport, listReports, requestReport, requeueReport } from './reports.ts';

describe('reports', () => {
  const databases = useTestDatabases();

  it('are queued once for a run and a format', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { run } = await aRun(db, owner);
    const request = { format: 'pdf', requestedBy: owner.userId } as const;
    const asked = await Promise.all(
      Array.from({ length: 5 }, () => requestReport(db, owner.scope, run.id, request)),
    );
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    expect(asked[0]).toMatchObject({ state: 'queued', sizeBytes: null, sha256: null, failedBecause: null });
    expect(await listReports(db, owner.scope, run.id)).toEqual([asked[0]]);
  });

  it.each([0, 1, 4 * 1024 * 1024, 9_000_001])('give back the %d bytes that were stored', async (size) => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const report = await queued(db, owner);
    const bytes = bytesOf(size, 31);
    const ready = await storeReportBytes(db, owner.scope, report.id, 1, bytes);
    expect(ready).toMatchObject({ state: 'ready', sizeBytes: size, sha256: expect.any(String), revision: 2 });
    expect(Buffer.from(bytes).equals(await readReportBytes(db, owner.scope, report.id))).toBe(true);
  });

  it('have no bytes before they are ready', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const report = await queued(db, owner);
    await expect(readReportBytes(db, owner.scope, report.id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are made again after a failure, and leave nothing of the bytes before', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { id } = await queued(db, owner);
    const failed = await failReport(db, owner.scope, id, 1, 'The worker ran out of memory.');
    expect(failed).toMatchObject({ state: 'failed', failedBecause: 'The worker ran out of memory.' });
    expect(await requeueReport(db, owner.scope, id, 2)).toMatchObject({
      state: 'queued',
      failedBecause: null,
    });
    await storeReportBytes(db, owner.scope, id, 3, bytesOf(5_000_000, 3));
    const bytes = bytesOf(1000, 5);
    await requeueReport(db, owner.scope, id, 4);
    await storeReportBytes(db, owner.scope, id, 5, bytes);
    expect(Buffer.from(bytes).equals(await readReportBytes(db, owner.scope, id))).toBe(true);
    expect(await db.driver.collection('report_chunks').countDocuments()).toBe(1);
  });

  it('are finished by one of two that render at once', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { id } = await queued(db, owner);
    const outcomes = await Promise.allSettled([
      storeReportBytes(db, owner.scope, id, 1, bytesOf(100, 7)),
      storeReportBytes(db, owner.scope, id, 1, bytesOf(100, 7)),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await getReport(db, owner.scope, id)).toMatchObject({ state: 'ready', revision: 2 });
  });

  it('are never given out when their bytes were damaged', async () => {
    const db = await databases.fresh();
    const owner = await anOwner(db, 'ridge');
    const { id } = await queued(db, owner);
    await storeReportBytes(db, owner.scope, id, 1, bytesOf(100, 7));
    await db.driver
      .collection('report_chunks')
      .updateOne({}, { $set: { bytes: Buffer.from(bytesOf(100, 8)) } });
    await expect(readReportBytes(db, owner.scope, id)).rejects.toMatchObject({ code: 'internal' });
  });
});

async function queued(db: Parameters<typeof requestReport>[0], owner: Awaited<ReturnType<typeof anOwner>>) {
  const { run } = await aRun(db, owner);
  return await requestReport(db, owner.scope, run.id, { format: 'pdf', requestedBy: owner.userId });
}

function bytesOf(size: number, factor: number): Uint8Array {
  return new Uint8Array(size).map((_byte, at) => at * factor);
}
