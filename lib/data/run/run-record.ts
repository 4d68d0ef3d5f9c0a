import { z } from 'zod';
import { runPhases, runStates } from '#lib/domain/run/run.ts';
import type { RunPhase, RunState } from '#lib/domain/run/run.ts';
import { absentAsNull, parseRow, storedId } from '../row.ts';

/** One analysis of one frozen version of an assessment. */
export type Run = {
  id: string;
  clientId: string;
  engagementId: string;
  assessmentId: string;
  assessmentVersion: number;
  assessmentHash: string;
  /** Which pass of synthesis is current: 1, and one more for each specialist that is run again. Jobs of earlier ones are void. */
  round: number;
  state: RunState;
  phase: RunPhase | null;
  catalogueVersion: string;
  engineVersion: string;
  /** Known once synthesise has stored its result. */
  ledgerHash: string | null;
  /** What was configured and failed, in words for a person. */
  degradedBecause: string[];
  failedBecause: string | null;
  requestedBy: string;
  /** Day of the analysis, ISO; the only date that a result may contain. */
  date: string;
  revision: number;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  cancelRequestedAt: Date | null;
};

/** The run of a stored document. Throws `internal` on a document that is none. */
export function toRun(row: unknown): Run {
  return parseRow(runRow, row);
}

const phases = z.custom<RunPhase>((phase) => typeof phase === 'string' && Object.hasOwn(runPhases, phase));

/** What changes in the life of a run; everything else is set once. */
export const runProgress = {
  round: z.int().min(1),
  state: z.enum(runStates),
  phase: phases.nullable(),
  ledgerHash: z.string().nullable(),
  degradedBecause: z.array(z.string()),
  failedBecause: z.string().nullable(),
  startedAt: z.date().nullable(),
  finishedAt: z.date().nullable(),
  cancelRequestedAt: z.date().nullable(),
};

export const runRow: z.ZodType<Run> = z
  .object({
    _id: storedId,
    clientId: storedId,
    engagementId: storedId,
    assessmentId: storedId,
    assessmentVersion: z.int(),
    assessmentHash: z.string(),
    round: runProgress.round,
    state: runProgress.state,
    phase: absentAsNull(phases),
    catalogueVersion: z.string(),
    engineVersion: z.string(),
    ledgerHash: absentAsNull(z.string()),
    degradedBecause: runProgress.degradedBecause,
    failedBecause: absentAsNull(z.string()),
    requestedBy: storedId,
    date: z.string(),
    revision: z.int(),
    createdAt: z.date(),
    startedAt: absentAsNull(z.date()),
    finishedAt: absentAsNull(z.date()),
    cancelRequestedAt: absentAsNull(z.date()),
  })
  .transform(({ _id, ...run }) => ({ id: _id, ...run }));
