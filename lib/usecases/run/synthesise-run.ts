import { listReports, requeueReport } from '#lib/data/report/reports.ts';
import { changeRun } from '#lib/data/run/change-run.ts';
import { discardRecommendations, storeRecommendations } from '#lib/data/recommendation/recommendations.ts';
import { appendRunEvent } from '#lib/data/run/run-events.ts';
import { discardRunParts, storeRunPart } from '#lib/data/run/run-parts.ts';
import type { Scope } from '#lib/domain/access/actor.ts';
import { meetClaims } from '#lib/domain/claims/meet-claims.ts';
import { hashLedger } from '#lib/domain/figure/ledger.ts';
import { mergeDrafts } from '#lib/domain/recommendation/merge-drafts.ts';
import { rankRecommendations } from '#lib/domain/recommendation/rank.ts';
import type { RunPhase } from '#lib/domain/run/run.ts';
import type { App } from '../app.ts';
import { useCase } from '../use-case.ts';
import { runLedger } from './run-ledger.ts';
import { roundInput } from './step-input.ts';
import { baseOf, resultsOf, workOf } from './work.ts';

/** Claims meet, proposals that are the same thing become one, and what is left is ranked, all over the ledger of the whole run. */
export const synthesiseRun = useCase({
  action: 'run:work',
  input: roundInput,
  async perform(app, actor, { round }) {
    const work = await workOf(app, actor, round);
    const { run, scope, assessment } = work;
    const tell = (phase: RunPhase, state: 'started' | 'finished') =>
      appendRunEvent(app.db, scope, run.id, { type: 'phase', phase, state }, `${phase}:${state}:${round}`);
    if (round > 1) await makeRoom(app, scope, run.id);
    await tell('specialists', 'finished');
    await changeRun(app.db, scope, run.id, () => ({ phase: 'review' }));
    await tell('review', 'started');
    const base = await baseOf(app, work);
    const results = await resultsOf(app, work);
    const ledger = runLedger(base, results);
    const review = meetClaims(results, assessment, ledger);
    await tell('review', 'finished');
    await changeRun(app.db, scope, run.id, () => ({ phase: 'synthesise' }));
    await tell('synthesise', 'started');
    const recommendations = rankRecommendations(mergeDrafts(results), {
      assessment,
      ledger,
      needs: base.needs,
    });
    const ledgerHash = hashLedger(ledger);
    await storeRecommendations(app.db, scope, run.id, recommendations);
    await storeRunPart(app.db, scope, run.id, 'synthesis', { ...review, recommendations, ledgerHash });
    await changeRun(app.db, scope, run.id, () => ({ ledgerHash }));
    await tell('synthesise', 'finished');
    return { ledgerHash };
  },
});

/** Takes out what the round before left, now that there is something to put in its place; its report is made again. */
async function makeRoom(app: App, scope: Scope, runId: string): Promise<void> {
  await discardRunParts(app.db, scope, runId, ['synthesis', 'document']);
  await discardRecommendations(app.db, scope, runId);
  for (const { id, state, revision } of await listReports(app.db, scope, runId))
    if (state !== 'queued') await requeueReport(app.db, scope, id, revision);
}
