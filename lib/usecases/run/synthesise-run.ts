import { changeRun } from '#lib/data/run/change-run.ts';
import { storeRecommendations } from '#lib/data/recommendation/recommendations.ts';
import { appendRunEvent } from '#lib/data/run/run-events.ts';
import { storeRunPart } from '#lib/data/run/run-parts.ts';
import { meetClaims } from '#lib/domain/claims/meet-claims.ts';
import { hashLedger } from '#lib/domain/figure/ledger.ts';
import { mergeDrafts } from '#lib/domain/recommendation/merge-drafts.ts';
import { rankRecommendations } from '#lib/domain/recommendation/rank.ts';
import type { RunPhase } from '#lib/domain/run/run.ts';
import { useCase } from '../use-case.ts';
import { runLedger } from './run-ledger.ts';
import { roundInput } from './step-input.ts';
import { baseOf, resultsOf, workOf } from './work.ts';

/** Claims meet, proposals that are the same thing become one, and what is left is ranked, all over the ledger of the whole run. */
export const synthesiseRun = useCase({
  action: 'run:work',
  input: roundInput,
  async perform(app, actor, { round }) {
    const work = await workOf(app, actor);
    const { run, scope, assessment } = work;
    const tell = (phase: RunPhase, state: 'started' | 'finished') =>
      appendRunEvent(app.db, scope, run.id, { type: 'phase', phase, state }, `${phase}:${state}:${round}`);
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
