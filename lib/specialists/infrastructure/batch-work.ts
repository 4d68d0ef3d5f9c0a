import { answerEvidence, figureEvidence } from '#lib/domain/claims/evidence.ts';
import { fig } from '#lib/domain/gate/prose.ts';
import { type Facts, inTheirWords, type Investigation, joinFacts, nameIn } from '../investigation.ts';

/** Work that is done once and can wait: it is spread over idle capacity and never sizes a machine by itself. */
export function batchFacts({ assessment, ledger, needs }: Investigation): Facts {
  return joinFacts(
    assessment.workloads.map((workload): Facts => {
      const items = ledger.get(`answer.workloads.${workload.id}.items`);
      if (workload.kind !== 'batch' || items === undefined) return {};
      const name = nameIn(workload.name, 'the work');
      const once = (needs.find(({ id }) => id === workload.id)?.options ?? [])
        .filter(({ service }) => service !== 'own-hardware')
        .flatMap((option) => (option.once === undefined ? [] : (ledger.get(option.once) ?? [])))
        .toSorted((a, b) => a.value - b.value)[0];
      const evidence = [
        answerEvidence(assessment, `workloads.${workload.id}.items`),
        ...figureEvidence(items, once),
      ];
      return {
        statements: [
          {
            topic: `work of ${workload.id}`,
            weight: 7,
            text: `${name} is ${fig(items)} items, done once${inTheirWords(assessment, `workloads.${workload.id}.items`)}: it can be cut into slices by what is asked for most, run whenever capacity is cheap, and paid from whichever budget has room${once === undefined ? '' : `; rented, the computing of all of it costs ${fig(once)}`}.`,
          },
        ],
        recommendations: [
          {
            key: `${workload.id}/spread-batch`,
            need: workload.id,
            category: 'cost',
            title: `Spread ${name} in slices over cheap hours`,
            summary: 'The slices that are asked for most come first; each is checked before the next begins.',
            benefit: { level: 'medium', because: 'It needs no machine of its own and shows quality early.' },
            effort: { level: 'low', because: 'It is a queue and a rule of order.' },
            risk: { level: 'low', because: 'A slice can be repeated.' },
            horizon: 'next',
            steps: [
              'Run a sample of each kind of document and have people count the errors.',
              'Order slices by demand.',
              'Run them on capacity that may be interrupted, and keep what is done.',
            ],
            prerequisites: ['It is known who may see which documents.'],
            risks: ['Old scans can be far worse than the sample.'],
            evidence,
          },
        ],
      };
    }),
  );
}
