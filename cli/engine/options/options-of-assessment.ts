import { computeBase } from '#lib/domain/analysis/compute-base.ts';
import { engineVersion } from '#lib/domain/analysis/engine-version.ts';
import { hashAssessment } from '#lib/domain/assessment/hash-assessment.ts';
import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import { hashLedger, ledgerOf } from '#lib/domain/figure/ledger.ts';
import { plainText } from '#lib/domain/figure/plain-text.ts';
import { runIdentifiers } from '#lib/domain/gate/identifiers.ts';
import { passGate } from '#lib/domain/gate/pass-gate.ts';
import type { Prose } from '#lib/domain/gate/prose.ts';
import { quotesOf } from '#lib/domain/gate/quotes.ts';
import { frontsOfNeed } from '#lib/domain/options/candidates/fronts-of-need.ts';
import { readAssessment } from '../read-assessment.ts';
import { describeFronts } from './describe-fronts.ts';
import { describeOption } from './describe-option.ts';
import { dominatedBy } from './dominance.ts';

/**
 * The options of every need of the assessment in a line, with what each costs, emits, breaks and lacks, and the fronts over
 * all machines that could be rented for it.
 */
export function optionsOfAssessment(catalogue: Catalogue, text: string) {
  const assessment = readAssessment(text);
  const { figures, needs, missing } = computeBase(assessment, catalogue);
  const ledger = ledgerOf(figures);
  const sources = {
    ledger,
    identifiers: runIdentifiers({ assessment, needs, catalogue }),
    quotes: quotesOf(assessment),
  };
  const say = (prose: Prose) => plainText(passGate(prose, sources).inlines, ledger);
  return {
    ledger: hashLedger(ledger),
    versions: {
      assessment: hashAssessment(assessment),
      catalogue: catalogue.version,
      engine: engineVersion,
    },
    needs: needs.map((need) => {
      const beaten = dominatedBy(need.options, ledger);
      const workload = assessment.workloads.find(({ id }) => id === need.id);
      const fronts = workload === undefined ? [] : frontsOfNeed({ assessment, catalogue, ledger }, workload);
      return {
        id: need.id,
        title: need.title,
        missing: need.missing,
        options: need.options.map((option) =>
          describeOption(option, { ledger, say, beatenBy: beaten.get(option.id) }),
        ),
        fronts: describeFronts(fronts),
      };
    }),
    missing,
  };
}
