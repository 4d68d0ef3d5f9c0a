import { computeBase } from '#lib/domain/analysis/compute-base.ts';
import { engineVersion } from '#lib/domain/analysis/engine-version.ts';
import { contradictions } from '#lib/domain/assessment/contradictions.ts';
import { hashAssessment } from '#lib/domain/assessment/hash-assessment.ts';
import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import { hashLedger, ledgerOf } from '#lib/domain/figure/ledger.ts';
import { readAssessment } from './read-assessment.ts';

/** The base ledger of the assessment in a line: its figures, its hash, the versions it rests on, and answers that contradict each other. */
export function sizeOfAssessment(catalogue: Catalogue, text: string) {
  const assessment = readAssessment(text);
  const { figures, missing } = computeBase(assessment, catalogue);
  return {
    hash: hashLedger(ledgerOf(figures)),
    versions: {
      assessment: hashAssessment(assessment),
      catalogue: catalogue.version,
      engine: engineVersion,
    },
    figures,
    missing,
    contradictions: contradictions(assessment),
  };
}
