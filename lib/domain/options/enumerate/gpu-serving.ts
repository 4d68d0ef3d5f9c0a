import type { LlmServingWorkload } from '../../assessment/assessment.ts';
import { accelerator } from '../../catalogue/accelerator-lookup.ts';
import type { Cloud, PurchaseKind } from '../../catalogue/prices.ts';
import { clouds } from '../../catalogue/prices.ts';
import { hasPrice } from '../../costing/hourly-price.ts';
import { machineParts, redundancyAsked } from '../../costing/machine-parts.ts';
import type { Figure } from '../../figure/figure.ts';
import { measured } from '../../figure/leaves/catalogued.ts';
import { sketchOver } from '../../figure/leaves/engine.ts';
import type { ServingLoad } from '../../sizing/load/serving-load.ts';
import type { CandidateModel } from '../../sizing/serving/candidate-models.ts';
import type { AllowedTimes } from '../../sizing/serving/requests-at-once.ts';
import type { ServingPart } from '../../sizing/serving/serving-part.ts';
import { type ServingSize, sizeServing } from '../../sizing/serving/size-serving.ts';
import type { NeedContext, OptionDraft } from '../draft.ts';
import { optionId } from '../draft.ts';
import { bestPlaced, type Offer } from '../market.ts';
import { purchaseWords } from './machines.ts';
import { missingParts } from '../missing-parts.ts';

/**
 * Self-hosted serving on cloud GPUs: per model and cloud the cheapest machines that surely meet the stated times, else the
 * cheapest that do in the base case, else the fastest; bought on demand, and the cheapest of a cloud also by each commitment that has a price.
 */
export function gpuServingDrafts(
  context: NeedContext<LlmServingWorkload>,
  candidates: readonly CandidateModel[],
  load: ServingLoad,
): OptionDraft[] {
  const offers = gpuOffers(context);
  const sizeOn = triedSizes(context, load);
  return clouds.flatMap((cloud) => {
    const designs = candidates.flatMap((candidate) => {
      const best = bestDesign(context, candidate, sizeOn, offers, cloud);
      return best === undefined ? [] : [{ candidate, best }];
    });
    const cheapest = designs.toSorted((a, b) => a.best.offer.usdPerHour - b.best.offer.usdPerHour)[0];
    return designs.flatMap((design) =>
      purchases
        .filter((purchase) => purchase === 'ondemand' || design === cheapest)
        .filter((purchase) => hasPrice(design.best.offer, purchase))
        .flatMap((purchase) => draftOf(context, design.candidate, load, design.best, purchase) ?? []),
    );
  });
}

/** The stated times that an answer may take. */
export function allowedTimes({ engine, workload }: NeedContext<LlmServingWorkload>): AllowedTimes {
  const answer = (field: string) => engine.ledger.get(`answer.workloads.${workload.id}.${field}`);
  return { first: answer('firstTokenTime'), total: answer('totalTime') };
}

/** An accelerator of the catalogue with memory, bandwidth and rate known; undefined for all others. */
export function servingPart(context: NeedContext, name: string | null): ServingPart | undefined {
  const part = name === null ? undefined : accelerator(context.engine.catalogue, name);
  return part !== undefined && isServingPart(part) ? part : undefined;
}

const purchases = ['ondemand', '1y', '3y'] as const satisfies readonly PurchaseKind[];
const doublings = [0, 1, 2] as const;

/** More than any machine has. */
const mostGpusTried = 64;

type GpuOffer = Offer & { gpuCount: number; part: ServingPart };
type Candidate = { offer: GpuOffer; doublings: number };

/** Machines with whole GPUs: a fraction of one is a shared machine, and its speed is not that fraction. */
function gpuOffers(context: NeedContext): GpuOffer[] {
  return bestPlaced(context.market, context.market.offers).flatMap((offer): GpuOffer[] => {
    const { gpuCount } = offer;
    const part = servingPart(context, offer.gpuModel);
    return part !== undefined && gpuCount !== null && Number.isInteger(gpuCount)
      ? [{ ...offer, gpuCount, part }]
      : [];
  });
}

/** The size of a replica for choosing: nothing is written. */
type TriedSize = (candidate: CandidateModel, part: ServingPart, times: number) => ServingSize | undefined;

/** Many machines hold the same part, so each part is sized once. */
function triedSizes(context: NeedContext<LlmServingWorkload>, load: ServingLoad): TriedSize {
  const base = context.engine.ledger.ledger();
  const allowed = allowedTimes(context);
  const tried = new Map<string, ServingSize | undefined>();
  return (candidate, part, times) => {
    const key = `${candidate.model.id} ${part.id} ${times}`;
    if (tried.has(key)) return tried.get(key);
    const sketch = sketchOver(context.engine, base);
    const size = sizeServing(sketch, 'sketch', candidate, part, times, mostGpusTried, load, allowed);
    tried.set(key, size);
    return size;
  };
}

function bestDesign(
  context: NeedContext<LlmServingWorkload>,
  candidate: CandidateModel,
  sizeOn: TriedSize,
  offers: readonly GpuOffer[],
  cloud: Cloud,
): Candidate | undefined {
  const allowed = allowedTimes(context);
  let best: (Candidate & { rank: number[] }) | undefined;
  for (const offer of offers) {
    if (offer.cloud !== cloud) continue;
    for (const times of doublings) {
      const size = sizeOn(candidate, offer.part, times);
      if (size === undefined || size.gpusPerReplica.value > offer.gpuCount) continue;
      const rank = rankOf(context, size, offer, allowed);
      if (best === undefined || isLower(rank, best.rank)) best = { offer, doublings: times, rank };
    }
  }
  return best;
}

/** First by how far the stated times are missed, then by whether they are surely kept, then by what the machines cost per hour. */
export function rankOf(
  { workload }: NeedContext,
  size: ServingSize,
  offer: { gpuCount: number; usdPerHour: number },
  allowed: AllowedTimes,
): number[] {
  const replicas = size.replicas?.value ?? 1;
  const machines = Math.ceil((replicas * size.gpusPerReplica.value) / offer.gpuCount);
  const spare = redundancyAsked(workload) === 'spare-machine' ? 1 : 0;
  return [
    lateness(size.firstTokenTime, allowed.first) + lateness(size.answerTime, allowed.total),
    Number(size.keepsTimes === 'likely'),
    offer.usdPerHour * (machines + spare),
  ];
}

function lateness(takes: Figure | undefined, limit: Figure | undefined): number {
  return takes === undefined || limit === undefined ? 0 : Math.max(0, takes.value / limit.value - 1);
}

export function isLower(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
}

function draftOf(
  context: NeedContext<LlmServingWorkload>,
  candidate: CandidateModel,
  load: ServingLoad,
  { offer, doublings: times }: Candidate,
  purchase: PurchaseKind,
): OptionDraft | undefined {
  const { engine, workload } = context;
  const { model } = candidate;
  const id = optionId(
    workload.id,
    'gpu-cloud',
    offer.cloud,
    model.name.slice(model.name.lastIndexOf('/') + 1),
    purchase,
  );
  const allowed = allowedTimes(context);
  const size = sizeServing(engine, `size.${id}`, candidate, offer.part, times, offer.gpuCount, load, allowed);
  if (size === undefined) return undefined;
  const gpusOfMachine = measured(engine, offer.row, {
    column: `${offer.sku}.gpuCount`,
    label: `GPUs of ${offer.sku}`,
    unit: 'gpus',
    value: offer.gpuCount,
  });
  const machines = machinesFor(context, id, size, gpusOfMachine);
  const costs = machineParts(context, id, offer, purchase, machines);
  if (costs === undefined) return undefined;
  const gpus = engine.ledger.compute(
    { id: `size.${id}.gpus`, label: 'GPUs in all machines', unit: 'gpus' },
    'product',
    { amount: costs.machines, factor: gpusOfMachine },
  );
  return {
    id,
    service: 'gpu-cloud',
    title: `${model.name} on ${offer.sku} (${offer.part.model}) in ${offer.region}, ${purchaseWords[purchase]}`,
    design: {
      provider: offer.cloud,
      region: offer.region,
      sku: offer.sku,
      accelerator: offer.part.model,
      model: model.name,
      purchase,
    },
    machines: costs.machines,
    cloud: offer.cloud,
    parts: costs.parts,
    missing: [...costs.missing, ...loadGap(workload.id, size)],
    proxy: costs.proxy,
    facts: {
      redundancy: costs.missing.some(({ what }) => what === missingParts.secondRegion)
        ? 'none'
        : (redundancyAsked(workload) ?? 'none'),
      gpus,
      part: offer.part,
      openWeights: true,
      ...servingFacts(context, id, size, load),
    },
  };
}

/** Machines for the replicas; one replica where the load is unknown. */
export function machinesFor(
  { engine }: NeedContext,
  id: string,
  size: ServingSize,
  gpusOfMachine: Figure,
): Figure {
  const described = { id: `size.${id}.machines`, label: 'Machines for the load', unit: 'machines' } as const;
  return size.replicas === undefined
    ? engine.ledger.compute(described, 'units-for-load', {
        load: size.gpusPerReplica,
        loadOfOne: gpusOfMachine,
      })
    : engine.ledger.compute(described, 'machines-for-replicas', {
        replicas: size.replicas,
        gpusOfReplica: size.gpusPerReplica,
        gpusOfMachine,
      });
}

/** What the checks need of a serving size. */
export function servingFacts(
  { engine }: NeedContext,
  id: string,
  size: ServingSize,
  load: ServingLoad,
): Pick<OptionDraft['facts'], 'peak' | 'capacity' | 'firstTokenTime' | 'answerTime' | 'caveat'> {
  const { replicas, replicaRequestsPerSecond } = size;
  return {
    firstTokenTime: size.firstTokenTime,
    answerTime: size.answerTime,
    caveat: size.caveat,
    peak: load.peakRequestsPerSecond,
    capacity:
      replicas &&
      replicaRequestsPerSecond &&
      engine.ledger.compute(
        {
          id: `size.${id}.capacity`,
          label: 'Requests per second of all replicas',
          unit: 'requests-per-second',
        },
        'product',
        { amount: replicas, factor: replicaRequestsPerSecond },
      ),
  };
}

/** A design without a known load is the smallest that runs, not one that is known to do. */
export function loadGap(workload: string, size: ServingSize): OptionDraft['missing'] {
  if (size.replicas !== undefined) return [];
  return [
    {
      what: missingParts.capacity,
      because: 'Requests, or their length, are not said: this prices the smallest design that runs at all.',
      settledBy: `workloads.${workload}.requestsPerDay`,
    },
  ];
}

function isServingPart(part: NonNullable<ReturnType<typeof accelerator>>): part is ServingPart {
  return part.memoryBandwidthGbPerSecond !== null && part.bf16DenseTflops !== null;
}
