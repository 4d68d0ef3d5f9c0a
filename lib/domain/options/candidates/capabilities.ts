import type { LlmServingWorkload } from '../../assessment/assessment.ts';
import { accelerator } from '../../catalogue/accelerator-lookup.ts';
import type { Figure } from '../../figure/figure.ts';
import type { Engine } from '../../figure/leaves/engine.ts';
import { sketchOver } from '../../figure/leaves/engine.ts';
import { formulas } from '../../formulas.ts';
import type { ServingLoad } from '../../sizing/load/serving-load.ts';
import type { CandidateModel } from '../../sizing/serving/candidate-models.ts';
import type { AllowedTimes } from '../../sizing/serving/requests-at-once.ts';
import type { ServingPart } from '../../sizing/serving/serving-part.ts';
import { type ServingSize, sizeServing } from '../../sizing/serving/size-serving.ts';
import { isGeneral } from '../enumerate/machines.ts';
import type { Capability, Variant } from './candidate-designs.ts';

/** Current general-purpose machines for so many vCPU and GiB; a side that is not given does not bind. */
export function plainMachines(demand: {
  vcpus?: Figure | undefined;
  memoryGib?: Figure | undefined;
}): Capability {
  const { vcpus, memoryGib } = demand;
  const needed = formulas['machines-for-vcpus-and-memory'].evaluate;
  return (offer) =>
    isGeneral(offer)
      ? [{ machines: needed(vcpus?.value ?? 0, offer.vcpu, memoryGib?.value ?? 0, offer.memoryGib) }]
      : [];
}

/**
 * Machines with whole GPUs that hold a model and carry the peak of a load: by the smallest replica and by doubled ones, each
 * with the time to the whole answer. Those that would miss a stated time in the base case are left out. None where the load is
 * unknown.
 */
export function servingMachines(
  engine: Engine,
  workload: LlmServingWorkload,
  candidate: CandidateModel,
  load: ServingLoad,
): Capability {
  const base = engine.ledger.ledger();
  const answer = (field: string) => base.get(`answer.workloads.${workload.id}.${field}`);
  const allowed: AllowedTimes = { first: answer('firstTokenTime'), total: answer('totalTime') };
  const sizesOn = (part: ServingPart): ServingSize[] =>
    doublings.flatMap((times) => {
      const sketch = sketchOver(engine, base);
      const size = sizeServing(sketch, 'sketch', candidate, part, times, mostGpusTried, load, allowed);
      return size === undefined || size.keepsTimes === 'no' ? [] : [size];
    });
  const known = new Map<string, ServingSize[]>();
  return ({ gpuModel, gpuCount }) => {
    if (gpuModel === null || gpuCount === null || !Number.isInteger(gpuCount)) return [];
    const part = accelerator(engine.catalogue, gpuModel);
    if (part === undefined || !isServingPart(part)) return [];
    const sizes = known.get(part.id) ?? sizesOn(part);
    known.set(part.id, sizes);
    return sizes.flatMap((size) => variantOf(size, gpuCount));
  };
}

const doublings = [0, 1, 2] as const;

/** More than any machine has. */
const mostGpusTried = 64;

function variantOf(size: ServingSize, gpuCount: number): Variant[] {
  const { replicas, gpusPerReplica, answerTime } = size;
  if (replicas === undefined || answerTime === undefined || gpusPerReplica.value > gpuCount) return [];
  const machines = formulas['machines-for-replicas'].evaluate(replicas.value, gpusPerReplica.value, gpuCount);
  return [{ machines, seconds: answerTime.value }];
}

function isServingPart(part: NonNullable<ReturnType<typeof accelerator>>): part is ServingPart {
  return part.memoryBandwidthGbPerSecond !== null && part.bf16DenseTflops !== null;
}
