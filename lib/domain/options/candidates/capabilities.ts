import type { LlmServingWorkload } from '../../assessment/assessment.ts';
import { accelerator } from '../../catalogue/accelerator-lookup.ts';
import type { Figure } from '../../figure/figure.ts';
import type { Engine } from '../../figure/leaves/engine.ts';
import { sketchOver } from '../../figure/leaves/engine.ts';
import { formulas } from '../../formulas.ts';
import type { ServingLoad } from '../../sizing/load/serving-load.ts';
import type { CandidateModel } from '../../sizing/serving/candidate-models.ts';
import { type ServingPart, type ServingSize, sizeServing } from '../../sizing/serving/size-serving.ts';
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
 * with the time to the whole answer. Those that would miss a stated time are left out. None where the load is unknown.
 */
export function servingMachines(
  engine: Engine,
  workload: LlmServingWorkload,
  candidate: CandidateModel,
  load: ServingLoad,
): Capability {
  const base = engine.ledger.ledger();
  const answer = (field: string) => base.get(`answer.workloads.${workload.id}.${field}`);
  const [first, total] = [answer('firstTokenTime'), answer('totalTime')];
  const known = new Map<string, Variant[]>();
  const variantsOn = (part: ServingPart, gpuCount: number): Variant[] =>
    doublings.flatMap((times) => {
      const size = sizeServing(
        sketchOver(engine, base),
        'sketch',
        candidate,
        part,
        times,
        gpuCount,
        load,
        total,
      );
      if (size === undefined || isLate(size.firstTokenTime, first) || isLate(size.answerTime, total))
        return [];
      return variantOf(size, gpuCount);
    });
  return ({ gpuModel, gpuCount }) => {
    if (gpuModel === null || gpuCount === null || !Number.isInteger(gpuCount)) return [];
    const part = accelerator(engine.catalogue, gpuModel);
    if (part === undefined || !isServingPart(part)) return [];
    const key = `${part.model}/${gpuCount}`;
    const variants = known.get(key) ?? variantsOn(part, gpuCount);
    known.set(key, variants);
    return variants;
  };
}

const doublings = [0, 1, 2] as const;

function variantOf(size: ServingSize, gpuCount: number): Variant[] {
  const { replicas, gpusPerReplica, answerTime } = size;
  if (replicas === undefined || answerTime === undefined) return [];
  const machines = formulas['machines-for-replicas'].evaluate(replicas.value, gpusPerReplica.value, gpuCount);
  return [{ machines, seconds: answerTime.value }];
}

function isLate(takes: Figure | undefined, limit: Figure | undefined): boolean {
  return takes !== undefined && limit !== undefined && takes.value > limit.value;
}

function isServingPart(part: NonNullable<ReturnType<typeof accelerator>>): part is ServingPart {
  return part.memoryBandwidthGbPerSecond !== null && part.bf16DenseTflops !== null;
}
