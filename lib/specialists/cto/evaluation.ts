import { answerEvidence, figureEvidence } from '#lib/domain/claims/evidence.ts';
import { fig } from '#lib/domain/gate/prose.ts';
import { type Facts, type Investigation, joinFacts, nameIn } from '../investigation.ts';

/** A service that talks to people and has a launch date needs a test of its answers before that date. */
export function evaluationFacts({ assessment, ledger }: Investigation): Facts {
  return joinFacts(
    assessment.workloads.map((workload): Facts => {
      const launch = ledger.get(`answer.workloads.${workload.id}.goLive`);
      if (workload.kind !== 'llm-serving' || launch === undefined) return {};
      const name = nameIn(workload.name, 'the service');
      return {
        statements: [
          {
            topic: 'evaluation',
            weight: 7,
            text: `${name} launches in ${fig(launch)}, and nobody has said which answers are good enough: questions with accepted answers, wrong ones that must not occur among them, take longer to collect than the software takes to build, so they begin now.`,
          },
        ],
        recommendations: [
          {
            key: `${workload.id}/evaluate-before-launch`,
            need: workload.id,
            category: 'organisation',
            title: `Let an evaluation decide whether ${name} launches`,
            summary:
              'A set of real cases with accepted answers, run at each change of model, prompt or index, with a bar that was set before.',
            benefit: {
              level: 'high',
              because: 'The first wrong answer in public costs more trust than a delay.',
            },
            effort: {
              level: 'medium',
              because: 'People who know the cases have to write down what is right.',
            },
            risk: { level: 'low', because: 'It changes nothing that runs.' },
            horizon: 'now',
            steps: [
              'Collect real questions, the rare and the hostile included.',
              'Have experts write what an acceptable answer contains.',
              'Set the bar before the first run, and keep cases apart for the last test.',
            ],
            prerequisites: [],
            risks: ['A judge that is itself a model needs to be checked against people.'],
            evidence: [
              answerEvidence(assessment, `workloads.${workload.id}.goLive`),
              ...figureEvidence(launch),
            ],
          },
        ],
      };
    }),
  );
}
