import type { ClassicalInferenceWorkload } from '../../assessment/assessment.ts';
import { assumed } from '../../figure/leaves/assumed.ts';
import { answerOf, positiveAnswerOf } from '../../sizing/load/state-answers.ts';
import type { NeedContext } from '../draft.ts';
import type { Drafts } from '../drafts.ts';
import type { Missing } from '../option.ts';
import { machineDrafts } from './machines.ts';

/**
 * Scoring on CPUs for the stated peak. Time per decision is left to a load test; how much time the stated trainings take is a
 * figure, since it may not fit into the day.
 */
export function classicalDrafts(context: NeedContext<ClassicalInferenceWorkload>): Drafts {
  const { engine, workload } = context;
  const missing = trainingGap(context);
  const peak =
    answerOf(engine, workload, 'peakRequestsPerSecond') ??
    answerOf(engine, workload, 'averageRequestsPerSecond');
  if (peak === undefined)
    return {
      drafts: [],
      missing: [
        ...missing,
        {
          what: 'Machines',
          because: 'How many decisions there are is not said.',
          settledBy: `workloads.${workload.id}.peakRequestsPerSecond`,
        },
      ],
    };
  const average = positiveAnswerOf(engine, workload, 'averageRequestsPerSecond');
  if (average !== undefined && average !== peak)
    engine.ledger.compute(
      { id: `load.${workload.id}.peak-over-average`, label: 'Peak over average', unit: 'ratio' },
      'quotient',
      { amount: peak, divisor: average },
    );
  const vcpus = engine.ledger.compute(
    { id: `load.${workload.id}.vcpus`, label: `vCPU for the peak, ${workload.name}`, unit: 'vcpus' },
    'vcpus-for-requests',
    {
      perSecond: peak,
      perVcpuSecond: assumed(engine, 'classical.requests-per-vcpu-second'),
      utilisation: assumed(engine, 'general.utilisation-target'),
    },
  );
  return { drafts: machineDrafts(context, 'cpu-cloud', { vcpus, peak }), missing };
}

function trainingGap({ engine, workload }: NeedContext<ClassicalInferenceWorkload>): Missing[] {
  const each = answerOf(engine, workload, 'trainingHoursPerRun');
  const runs = answerOf(engine, workload, 'retrainingsPerMonth');
  if (each === undefined || runs === undefined) return [];
  engine.ledger.compute(
    {
      id: `load.${workload.id}.training-time-per-month`,
      label: 'Time that the trainings take per month',
      unit: 's',
    },
    'product',
    { amount: each, factor: runs },
  );
  return [
    {
      what: 'Training again and again',
      because:
        'What the present training server is made of is not said, so that its work cannot be priced elsewhere.',
    },
  ];
}
