import type { GeneralWorkload } from '../../assessment/assessment.ts';
import type { Figure } from '../../figure/figure.ts';
import { assumed } from '../../figure/leaves/assumed.ts';
import { answerOf, positiveAnswerOf } from '../../sizing/load/state-answers.ts';
import type { NeedContext } from '../draft.ts';
import type { Drafts } from '../drafts.ts';
import { machineDrafts } from './machines.ts';

/** Cloud machines for a general workload; none when neither vCPU nor memory is known. */
export function generalDrafts(context: NeedContext<GeneralWorkload>): Drafts {
  const { engine, workload } = context;
  const vcpus = vcpusAtPeak(context);
  const memory = positiveAnswerOf(engine, workload, 'memory');
  if (vcpus === undefined && memory === undefined)
    return {
      drafts: [],
      missing: [
        {
          what: 'Machines',
          because: 'Neither the vCPU nor the memory that it needs is known.',
          settledBy: `workloads.${workload.id}.vcpus`,
        },
      ],
    };
  const memoryGib =
    memory &&
    engine.ledger.compute(
      { id: `load.${workload.id}.memory`, label: `Memory needed, ${workload.name}`, unit: 'gib' },
      'gib-from-gb',
      { gigabytes: memory },
    );
  return { drafts: machineDrafts(context, 'general-cloud', { vcpus, memoryGib }), missing: [] };
}

/** vCPU for the stated peak, or for normal load where no peak was stated, at a sound utilisation. */
function vcpusAtPeak({ engine, workload }: NeedContext<GeneralWorkload>): Figure | undefined {
  const vcpus = positiveAnswerOf(engine, workload, 'vcpus');
  if (vcpus === undefined) return undefined;
  const described = {
    id: `load.${workload.id}.vcpus`,
    label: `vCPU needed at the peak, ${workload.name}`,
    unit: 'vcpus',
  } as const;
  const utilisation = assumed(engine, 'general.utilisation-target');
  const peak = answerOf(engine, workload, 'peakRequestsPerSecond');
  const average = positiveAnswerOf(engine, workload, 'averageRequestsPerSecond');
  return peak === undefined || average === undefined
    ? engine.ledger.compute(described, 'vcpus-at-peak', { vcpus, utilisation })
    : engine.ledger.compute(described, 'vcpus-at-scaled-peak', { vcpus, peak, average, utilisation });
}
