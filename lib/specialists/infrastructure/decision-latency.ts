import type { ClassicalInferenceWorkload } from '#lib/domain/assessment/assessment.ts';
import { answerEvidence, figureEvidence } from '#lib/domain/claims/evidence.ts';
import { fig } from '#lib/domain/gate/prose.ts';
import { type Facts, inTheirWords, type Investigation, joinFacts, nameIn } from '../investigation.ts';

/** Below this a decision sits inside a transaction, and the way to the machine is part of the time. Seconds. */
const insideTransaction = 0.1;

/** Decisions inside a transaction: where they are made, on what, and what the training behind them asks. */
export function decisionLatencyFacts(investigation: Investigation): Facts {
  return joinFacts(
    investigation.assessment.workloads.map((workload) =>
      workload.kind === 'classical-inference'
        ? joinFacts([nearTheSwitch(investigation, workload), retraining(investigation, workload)])
        : {},
    ),
  );
}

function nearTheSwitch({ assessment, ledger }: Investigation, workload: ClassicalInferenceWorkload): Facts {
  const path = `workloads.${workload.id}.latencyP99`;
  const allowed = ledger.get(`answer.${path}`);
  if (allowed === undefined || allowed.value > insideTransaction) return {};
  const today = ledger.get(`answer.workloads.${workload.id}.currentLatency`);
  const name = nameIn(workload.name, 'the decision');
  const spare =
    today !== undefined && today.value < allowed.value
      ? ledger.compute(
          {
            id: `infrastructure.${workload.id}.latency-left`,
            label: `Time left for a better model, ${workload.name}`,
            unit: 's',
          },
          'difference',
          { whole: allowed, part: today },
        )
      : undefined;
  const evidence = [answerEvidence(assessment, path), ...figureEvidence(allowed, spare)];
  return {
    statements: [
      {
        topic: `place of ${workload.id}`,
        weight: 9,
        text: `${name} has ${fig(allowed)} for everything${inTheirWords(assessment, path)}, network and features included: that asks for processors or small accelerators beside the system that authorises, and large GPUs in a distant region would spend the time on the way.`,
      },
      ...(spare === undefined || today === undefined
        ? []
        : [
            {
              topic: `place of ${workload.id}`,
              weight: 6,
              text: `The model of today already takes ${fig(today)} of that, so a heavier model has ${fig(spare)} left unless features are computed ahead of the request.`,
            },
          ]),
    ],
    claims: [
      {
        subject: 'serving-location',
        position: 'cpu-cloud',
        need: workload.id,
        statement: `${name} is decided on processors close to where it is asked.`,
        evidence,
      },
    ],
    recommendations: [
      {
        key: `${workload.id}/decide-near-switch`,
        need: workload.id,
        category: 'architecture',
        title: `Decide ${name} beside the system that asks, on processors first`,
        summary: `Measure the new model on plain processors within ${fig(allowed)} in the slow tail too; add small accelerators only where that fails.`,
        benefit: { level: 'high', because: 'A decision that comes too late is no decision.' },
        effort: { level: 'medium', because: 'Features have to be computed ahead and kept beside the model.' },
        risk: {
          level: 'medium',
          because: 'The new model is not measured yet; today it is only known that the old one fits.',
        },
        horizon: 'now',
        steps: [
          'Set a time for each part: network, features, model, rules.',
          'Compute graph and sequence features ahead of the request.',
          'Compile or shrink the model for processors and measure the slow tail at the peak.',
          'Keep the rules as the answer when time runs out.',
        ],
        prerequisites: ['A replay of authorisations at the peak.'],
        risks: ['A mean that fits says nothing about the slow tail.'],
        evidence,
      },
    ],
  };
}

/** How much of its training machine the wanted rhythm takes. */
function retraining({ assessment, ledger }: Investigation, workload: ClassicalInferenceWorkload): Facts {
  const run = ledger.get(`answer.workloads.${workload.id}.trainingHoursPerRun`);
  const runs = ledger.get(`answer.workloads.${workload.id}.retrainingsPerMonth`);
  if (run === undefined || runs === undefined) return {};
  const busy = ledger.compute(
    {
      id: `infrastructure.${workload.id}.training-per-month`,
      label: `Time in training per month, ${workload.name}`,
      unit: 's',
    },
    'product',
    { amount: run, factor: runs },
  );
  return {
    statements: [
      {
        topic: `training of ${workload.id}`,
        weight: 6,
        text: `The wanted rhythm of training${inTheirWords(assessment, `workloads.${workload.id}.retrainingsPerMonth`)} takes ${fig(busy)} of each month on the machine of today, at ${fig(run)} a run and for the model of today: a failed run is a lost day, so training should continue from the last state instead of starting anew, or move to rented machines.`,
      },
    ],
    recommendations: [
      {
        key: `${workload.id}/shorten-training`,
        need: workload.id,
        category: 'training',
        title: 'Shorten training before its rhythm is raised',
        summary: `At ${fig(run)} a run the wanted rhythm fills the machine with ${fig(busy)} a month, and a heavier model would no longer fit.`,
        benefit: {
          level: 'medium',
          because: 'Fresh models are the wish; a machine without slack cannot give them reliably.',
        },
        effort: {
          level: 'medium',
          because: 'Incremental training has to be validated against training anew.',
        },
        risk: { level: 'medium', because: 'Models that continue from the last state can drift.' },
        horizon: 'next',
        steps: [
          'Train in increments and anew at a slower rhythm.',
          'Run training on rented machines that may be interrupted, with saved states.',
          'Release a model only after it beats the current model on recent data.',
        ],
        prerequisites: [],
        risks: ['A rhythm without automatic checks ships bad models faster.'],
        evidence: [
          answerEvidence(assessment, `workloads.${workload.id}.trainingHoursPerRun`),
          answerEvidence(assessment, `workloads.${workload.id}.retrainingsPerMonth`),
          ...figureEvidence(busy),
        ],
      },
    ],
  };
}
