import { canonicalJson } from '#lib/domain/figure/ledger.ts';
import type { Outcome } from './assess.ts';

/** The whole result as one line of JSON; `docs/result-format.md` tells what is in it. */
export function resultJson({ run, result }: Outcome): string {
  return canonicalJson({
    format: 'infra-mind/result@1',
    state: run.state,
    date: run.date,
    degradedBecause: run.degradedBecause,
    failedBecause: run.failedBecause,
    versions: {
      assessment: run.assessmentHash,
      catalogue: run.catalogueVersion,
      engine: run.engineVersion,
      ledger: run.ledgerHash,
    },
    ...(result === undefined
      ? {}
      : {
          needs: result.base.needs,
          missing: result.base.missing,
          recommendations: result.synthesis.recommendations,
          claims: result.synthesis.claims,
          dissents: result.synthesis.dissents,
          questions: result.synthesis.questions,
          specialists: result.specialists.map(({ name, brief, author, removals }) => ({
            name,
            brief,
            author,
            removals,
          })),
          figures: [...result.ledger.values()],
        }),
  });
}
