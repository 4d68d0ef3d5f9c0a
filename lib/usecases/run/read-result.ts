import { z } from 'zod';
import { getAssessmentVersion } from '#lib/data/assessment/versions.ts';
import { readRunPart } from '#lib/data/run/run-parts.ts';
import { getRun } from '#lib/data/run/runs.ts';
import { scopeOf } from '#lib/domain/access/actor.ts';
import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import type { Ledger } from '#lib/domain/figure/ledger.ts';
import { runIdentifiers } from '#lib/domain/gate/identifiers.ts';
import { passGate } from '#lib/domain/gate/pass-gate.ts';
import type { Inline, Prose } from '#lib/domain/gate/prose.ts';
import { quotesOf } from '#lib/domain/gate/quotes.ts';
import type { BaseAnalysis, SpecialistResult, Synthesis } from '#lib/domain/run/run.ts';
import { useCase } from '../use-case.ts';
import { runLedger } from './run-ledger.ts';
import { resultsOf } from './work.ts';

/** The result of a run. `say` takes prose of the run apart for rendering; it lets nothing through that the gate would not. */
export type RunResult = {
  assessment: Assessment;
  base: BaseAnalysis;
  specialists: SpecialistResult[];
  synthesis: Synthesis;
  ledger: Ledger;
  say: (prose: Prose) => Inline[];
};

/** Everything a finished run has found; null while it has not been synthesised. */
export const readResult = useCase({
  action: 'run:read',
  input: z.strictObject({ runId: z.string() }),
  async perform(app, actor, { runId }): Promise<RunResult | null> {
    const scope = scopeOf(actor);
    const run = await getRun(app.db, scope, runId);
    const [synthesis, base, specialists, version] = await Promise.all([
      readRunPart(app.db, scope, runId, 'synthesis'),
      readRunPart(app.db, scope, runId, 'base'),
      resultsOf(app, { run, scope }),
      getAssessmentVersion(app.db, scope, run.assessmentId, run.assessmentVersion),
    ]);
    if (synthesis === null || base === null) return null;
    const assessment = version.body;
    const ledger = runLedger(base, specialists);
    const sources = {
      ledger,
      identifiers: runIdentifiers({ assessment, needs: base.needs, catalogue: app.catalogue }),
      quotes: quotesOf(assessment),
    };
    return {
      assessment,
      base,
      specialists,
      synthesis,
      ledger,
      say: (prose) => passGate(prose, sources).inlines,
    };
  },
});
