import { z } from 'zod';
import { absentAsNull, parseRow, storedId } from '../row.ts';

export const reportFormats = ['pdf'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export const reportStates = ['queued', 'ready', 'failed'] as const;
export type ReportState = (typeof reportStates)[number];

/** One rendering of a run's report. `sizeBytes` and `sha256` are known once it is ready. */
export type Report = {
  id: string;
  runId: string;
  format: ReportFormat;
  state: ReportState;
  failedBecause: string | null;
  sizeBytes: number | null;
  sha256: string | null;
  requestedBy: string;
  revision: number;
  createdAt: Date;
  updatedAt: Date;
};

/** The report of a stored document. Throws `internal` on a document that is none. */
export function toReport(row: unknown): Report {
  return parseRow(reportRow, row);
}

const reportRow: z.ZodType<Report> = z
  .object({
    _id: storedId,
    runId: storedId,
    format: z.enum(reportFormats),
    state: z.enum(reportStates),
    failedBecause: absentAsNull(z.string()),
    sizeBytes: absentAsNull(z.int()),
    sha256: absentAsNull(z.string()),
    requestedBy: storedId,
    revision: z.int(),
    createdAt: z.date(),
    updatedAt: z.date(),
  })
  .transform(({ _id, ...report }) => ({ id: _id, ...report }));
