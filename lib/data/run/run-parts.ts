import { z } from 'zod';
import type { Scope } from '#lib/domain/access/actor.ts';
import type { ReportDocument } from '#lib/domain/report/document.ts';
import type { BaseAnalysis, SpecialistResult, Synthesis } from '#lib/domain/run/run.ts';
import type { SpecialistName } from '#lib/domain/run/specialist-name.ts';
import { AppError } from '#lib/errors.ts';
import type { Database } from '../database.ts';
import { isDuplicate, translated } from '../database-errors.ts';
import { within } from '../document-id.ts';
import { parseInput, parseRow, writtenBody } from '../row.ts';
import { storedJson } from '../stored-json.ts';
import { getRun } from './runs.ts';

type SpecialistPart = `specialist:${SpecialistName}`;

/** What the steps of a run store, each once. */
export type RunPartBodies = {
  base: BaseAnalysis;
  synthesis: Synthesis;
  document: ReportDocument;
} & Record<SpecialistPart, SpecialistResult>;
export type RunPartName = keyof RunPartBodies;

/**
 * Stores a result and returns what is stored. A repeated step that stores the same content changes nothing; other content
 * under the same name is refused, for a step must give the same result every time. Throws `not-found`, `conflict`,
 * `invalid-input`, `too-large`.
 */
export async function storeRunPart<P extends RunPartName>(
  db: Database,
  scope: Scope,
  runId: string,
  part: P,
  body: RunPartBodies[P],
): Promise<RunPartBodies[P]> {
  const run = await getRun(db, scope, runId);
  const outline: z.ZodType<RunPartBodies[P]> = outlines[part];
  const stored = storedJson(parseInput(outline, body));
  try {
    const row = await translated(() =>
      db.orm.run_parts.create({ ...within(scope), runId: run.id, part, ...stored, createdAt: db.now() }),
    );
    return parseRow(outline, row.body);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    const earlier = await readRow(db, scope, run.id, part);
    if (earlier?.hash === stored.hash) return parseRow(outline, earlier.body);
    throw new AppError('conflict', `Run ${runId} has another ${part} already.`, { cause: error });
  }
}

/** The stored result; null when the step has not stored it yet. Throws `not-found` for a run of nobody here. */
export async function readRunPart<P extends RunPartName>(
  db: Database,
  scope: Scope,
  runId: string,
  part: P,
): Promise<RunPartBodies[P] | null> {
  const run = await getRun(db, scope, runId);
  const outline: z.ZodType<RunPartBodies[P]> = outlines[part];
  const row = await readRow(db, scope, run.id, part);
  return row === null ? null : parseRow(outline, row.body);
}

/**
 * Takes results out, so that a step can be run again with another outcome: a failed specialist, and what rested on it.
 * Returns how many there were. Throws `not-found`.
 */
export async function discardRunParts(
  db: Database,
  scope: Scope,
  runId: string,
  parts: readonly RunPartName[],
): Promise<number> {
  const run = await getRun(db, scope, runId);
  const counts = await Promise.all(
    parts.map((part) =>
      translated(() => db.orm.run_parts.where({ ...within(scope), runId: run.id, part }).deleteAndCount()),
    ),
  );
  return counts.reduce((total, count) => total + count, 0);
}

async function readRow(
  db: Database,
  scope: Scope,
  runId: string,
  part: RunPartName,
): Promise<{ hash: string; body: unknown } | null> {
  return await translated(() => db.orm.run_parts.where({ ...within(scope), runId, part }).first());
}

const list = z.array(z.unknown());
const findings = z.looseObject({ figures: list, statements: list, claims: list, recommendations: list });
const specialistResult = writtenBody<SpecialistResult>(
  z.looseObject({ name: z.string(), findings, brief: list, author: z.looseObject({}), removals: list }),
);

const outlines: { [P in RunPartName]: z.ZodType<RunPartBodies[P]> } = {
  base: writtenBody(z.looseObject({ figures: list, needs: list, missing: list })),
  synthesis: writtenBody(
    z.looseObject({ claims: list, dissents: list, recommendations: list, ledgerHash: z.string() }),
  ),
  document: writtenBody(
    z.looseObject({ title: z.string(), date: z.string(), notices: list, sections: list }),
  ),
  'specialist:cto': specialistResult,
  'specialist:cloud-engineer': specialistResult,
  'specialist:infrastructure': specialistResult,
  'specialist:compliance': specialistResult,
};
