import { z } from 'zod';
import type { Scope } from '#lib/domain/access/actor.ts';
import type { Recommendation } from '#lib/domain/recommendation/recommendation.ts';
import { AppError } from '#lib/errors.ts';
import type { Database } from '../database.ts';
import { isDuplicate, translated } from '../database-errors.ts';
import { within } from '../document-id.ts';
import { parseInput, parseRow, writtenBody } from '../row.ts';
import { getRun } from '../run/runs.ts';
import { storedJson } from '../stored-json.ts';

/**
 * Stores the recommendations of a run. Repeated with the same content it changes nothing. Throws `not-found`, `conflict`
 * when the run has other content under a key, `invalid-input`.
 */
export async function storeRecommendations(
  db: Database,
  scope: Scope,
  runId: string,
  recommendations: readonly Recommendation[],
): Promise<void> {
  const run = await getRun(db, scope, runId);
  const parsed = parseInput(z.array(recommendationBody), recommendations);
  await Promise.all(
    parsed.map(async (recommendation) => {
      const { key, rank } = recommendation;
      const owner = { ...within(scope), runId: run.id, key };
      const stored = storedJson(recommendation);
      try {
        await translated(() =>
          db.orm.recommendations.create({
            ...owner,
            assessmentId: run.assessmentId,
            rank,
            ...stored,
            createdAt: db.now(),
          }),
        );
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        const earlier = await translated(() => db.orm.recommendations.where(owner).first());
        if (earlier?.hash === stored.hash) return;
        throw new AppError('conflict', `Run ${runId} has another recommendation ${key} already.`, {
          cause: error,
        });
      }
    }),
  );
}

/** The recommendations of a run, best first. Throws `not-found`. */
export async function listRecommendations(
  db: Database,
  scope: Scope,
  runId: string,
): Promise<Recommendation[]> {
  const run = await getRun(db, scope, runId);
  const rows = await translated(() =>
    db.orm.recommendations
      .where({ ...within(scope), runId: run.id })
      .orderBy({ rank: 1, _id: 1 })
      .all()
      .toArray(),
  );
  return rows.map((row) => parseRow(recommendationBody, row.body));
}

/** Takes the recommendations of a run out, so that it can be synthesised again. Throws `not-found`. */
export async function discardRecommendations(db: Database, scope: Scope, runId: string): Promise<number> {
  const run = await getRun(db, scope, runId);
  return await translated(() =>
    db.orm.recommendations.where({ ...within(scope), runId: run.id }).deleteAndCount(),
  );
}

const recommendationBody = writtenBody<Recommendation>(
  z.looseObject({
    key: z.string().min(1),
    rank: z.int(),
    need: z.string(),
    title: z.string(),
    summary: z.string(),
    specialists: z.array(z.string()),
    score: z.looseObject({ total: z.number() }),
    confidence: z.looseObject({ value: z.number() }),
  }),
);
