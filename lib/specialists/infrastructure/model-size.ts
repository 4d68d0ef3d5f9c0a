import type { LlmServingWorkload } from '#lib/domain/assessment/assessment.ts';
import { answerEvidence, figureEvidence } from '#lib/domain/claims/evidence.ts';
import { fig } from '#lib/domain/gate/prose.ts';
import { type Facts, inTheirWords, type Investigation, joinFacts, nameIn } from '../investigation.ts';

/** Where smaller open models are a real alternative, in parameters: above this a class of half the size exists and is tested first. */
const worthTryingSmaller = 30e9;

/** Whether the wanted model size is shown or believed, and what follows for the order of tests. */
export function modelSizeFacts(investigation: Investigation): Facts {
  return joinFacts(
    investigation.assessment.workloads.map((workload) =>
      workload.kind === 'llm-serving' ? sizeOf(investigation, workload) : {},
    ),
  );
}

function sizeOf({ assessment, ledger, needs }: Investigation, workload: LlmServingWorkload): Facts {
  const path = `workloads.${workload.id}.modelParameters`;
  const wanted = ledger.get(`answer.${path}`);
  const answer = workload.answers.modelParameters;
  if (
    wanted === undefined ||
    answer === undefined ||
    !('basis' in answer) ||
    wanted.value < worthTryingSmaller
  )
    return {};
  const name = nameIn(workload.name, 'the service');
  const evidence = [answerEvidence(assessment, path), ...figureEvidence(wanted)];
  if (answer.basis === 'measured')
    return {
      claims: [
        {
          subject: 'model-size',
          position: 'as-wanted',
          need: workload.id,
          statement: `The model size for ${name} was measured and stands.`,
          evidence,
        },
      ],
    };
  const machines = needs
    .find(({ id }) => id === workload.id)
    ?.options.filter(({ service }) => service === 'gpu-cloud')
    .flatMap(({ design }) => (design.machines === undefined ? [] : [design.machines]));
  return {
    statements: [
      {
        topic: `model of ${workload.id}`,
        weight: 8,
        text: `A model of ${fig(wanted)} for ${name} is a belief and not a finding${inTheirWords(assessment, path)}: smaller ones must be tried on real cases first, because memory, machines and waiting time all follow from the size.`,
      },
    ],
    claims: [
      {
        subject: 'model-size',
        position: 'smaller-first',
        need: workload.id,
        statement: `Smaller models are tested for ${name} before the wanted size is bought.`,
        evidence,
      },
    ],
    recommendations: [
      {
        key: `${workload.id}/test-smaller-model`,
        need: workload.id,
        category: 'serving',
        title: `Test smaller models for ${name} against real cases first`,
        summary: `The people who will use it judge drafts of several models blind; the smallest that passes is built, and ${fig(wanted)} only if none does.`,
        benefit: {
          level: 'high',
          because: 'The size of the model decides memory, machines and speed.',
        },
        effort: {
          level: 'medium',
          because: 'It takes real cases and the time of people who can judge them.',
        },
        risk: { level: 'low', because: 'The test itself touches nothing in operation.' },
        horizon: 'now',
        steps: [
          'Collect real cases, the difficult ones among them, with answers that experts accept.',
          'Let experts compare models without knowing which is which.',
          'Keep the set: it is the acceptance test of each later model.',
        ],
        prerequisites: ['A place where these cases may be processed.'],
        risks: ['A public benchmark says little about these cases.'],
        evidence: [
          ...evidence,
          ...figureEvidence(...(machines ?? []).slice(0, 1).map((machine) => ledger.get(machine))),
        ],
      },
    ],
  };
}
