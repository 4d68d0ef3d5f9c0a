import { answerEvidence, figureEvidence } from '#lib/domain/claims/evidence.ts';
import { fig } from '#lib/domain/gate/prose.ts';
import { type Facts, inTheirWords, type Investigation, joinFacts, nameIn } from '../investigation.ts';

/** What the stated growth makes of the peak, and which step of the design it reaches first. */
export function growthFacts({ assessment, ledger }: Investigation): Facts {
  return joinFacts(
    assessment.workloads.map((workload): Facts => {
      const name = nameIn(workload.name, 'this workload');
      const factor = ledger.get(`answer.workloads.${workload.id}.laterLoadFactor`);
      const when = ledger.get(`answer.workloads.${workload.id}.laterLoadIn`);
      const peak =
        ledger.get(`load.${workload.id}.peak-requests-per-second`) ??
        ledger.get(`answer.workloads.${workload.id}.peakRequestsPerSecond`);
      const dataGrowth = ledger.get(`answer.workloads.${workload.id}.dataGrowthPerYear`);
      const stored = ledger.get(`answer.workloads.${workload.id}.dataStored`);
      const later =
        factor &&
        peak &&
        ledger.compute(
          {
            id: `infrastructure.${workload.id}.later-peak`,
            label: `Peak after the expected growth, ${workload.name}`,
            unit: 'requests-per-second',
          },
          'product',
          { amount: peak, factor },
        );
      return {
        statements: [
          ...(later === undefined
            ? []
            : [
                {
                  topic: 'growth',
                  weight: 6,
                  text: `If the expected growth comes${inTheirWords(assessment, `workloads.${workload.id}.laterLoadFactor`)}, ${name} reaches ${fig(later)}${when === undefined ? '' : ` in ${fig(when)}`}; the design should take that by adding like machines or raising a limit, and nothing should be bought for it today.`,
                },
              ]),
          ...(dataGrowth === undefined || stored === undefined
            ? []
            : [
                {
                  topic: 'growth',
                  weight: 5,
                  text: `${name} keeps ${fig(stored)} at hand and grows by ${fig(dataGrowth)} a year${inTheirWords(assessment, `workloads.${workload.id}.dataGrowthPerYear`)}, so storage outgrows computing; history that decisions no longer read belongs on a cheaper class.`,
                },
              ]),
        ],
        recommendations:
          dataGrowth === undefined || stored === undefined
            ? []
            : [
                {
                  key: `${workload.id}/tier-history`,
                  need: workload.id,
                  category: 'cost',
                  title: `Keep only what ${name} reads on fast storage`,
                  summary: `Of ${fig(stored)} the live service reads features and recent history; the rest can be slower and cheaper.`,
                  benefit: {
                    level: 'medium',
                    because: 'The part that grows is the part that is read least.',
                  },
                  effort: { level: 'medium', because: 'Access has to be measured before data is moved.' },
                  risk: { level: 'low', because: 'Nothing is deleted.' },
                  horizon: 'later',
                  steps: [
                    'Measure which history is read online.',
                    'Compute features ahead, so that decisions need no raw history.',
                    'Move the rest by age, by rule.',
                  ],
                  prerequisites: [],
                  risks: [
                    'Retraining reads old history in bulk; it needs the throughput, though not the latency.',
                  ],
                  evidence: [
                    answerEvidence(assessment, `workloads.${workload.id}.dataGrowthPerYear`),
                    ...figureEvidence(stored),
                  ],
                },
              ],
      };
    }),
  );
}
