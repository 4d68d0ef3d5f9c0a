import type { Accelerator } from '../../catalogue/accelerator.ts';
import { accelerator } from '../../catalogue/accelerator-lookup.ts';
import type { Cloud, PurchaseKind } from '../../catalogue/prices.ts';
import { clouds } from '../../catalogue/prices.ts';
import { hasPrice, hourlyPrice } from '../../costing/hourly-price.ts';
import type { Figure } from '../../figure/figure.ts';
import { assumed } from '../../figure/leaves/assumed.ts';
import { measured } from '../../figure/leaves/catalogued.ts';
import type { NeedContext, OptionDraft, PartDraft } from '../draft.ts';
import { bestPlaced, type Offer } from '../market.ts';
import { optionId } from '../draft.ts';
import { purchaseWords } from './machines.ts';

/** GPU work that ends: so many GPU hours, once or every month. */
export type GpuWork = {
  /** Writes the GPU hours of the work on this part, under the option's id; undefined when the part cannot do it. */
  hours: (option: string, part: Accelerator) => Figure | undefined;
  /** A number to choose by, without writing figures. */
  hoursOn: (part: Accelerator) => number | undefined;
  /** GPUs that the memory or the deadline asks for, of machines with that many. */
  gpus: (option: string, hours: Figure, part: Accelerator, gpusOfMachine: Figure) => Figure;
  repeats: 'once' | 'monthly';
  label: string;
  fits: (offer: GpuOffer) => boolean;
};

export type GpuOffer = Offer & { gpuCount: number; part: Accelerator };

/** Per cloud the machine that does the work cheapest, on demand and as spot capacity where it has a price. */
export function gpuWorkDrafts(
  context: NeedContext,
  service: 'training-cloud' | 'gpu-cloud',
  work: GpuWork,
): OptionDraft[] {
  const offers = gpuOffers(context).filter((offer) => work.fits(offer));
  return clouds.flatMap((cloud) => {
    const best = cheapest(offers, cloud, work);
    if (best === undefined) return [];
    return purchases
      .filter((purchase) => hasPrice(best, purchase))
      .flatMap((purchase) => draftOf(context, service, work, best, purchase) ?? []);
  });
}

const purchases = ['ondemand', 'spot'] as const satisfies readonly PurchaseKind[];

function gpuOffers(context: NeedContext): GpuOffer[] {
  return bestPlaced(context.market, context.market.offers).flatMap((offer): GpuOffer[] => {
    const { gpuModel, gpuCount } = offer;
    const part = gpuModel === null ? undefined : accelerator(context.engine.catalogue, gpuModel);
    return part !== undefined && gpuCount !== null && Number.isInteger(gpuCount)
      ? [{ ...offer, gpuCount, part }]
      : [];
  });
}

function cheapest(offers: readonly GpuOffer[], cloud: Cloud, work: GpuWork): GpuOffer | undefined {
  const billOf = (offer: GpuOffer) =>
    ((work.hoursOn(offer.part) ?? Number.POSITIVE_INFINITY) / offer.gpuCount) * offer.usdPerHour;
  return offers
    .filter((offer) => offer.cloud === cloud && work.hoursOn(offer.part) !== undefined)
    .toSorted((a, b) => billOf(a) - billOf(b) || b.gpuCount - a.gpuCount)[0];
}

function draftOf(
  context: NeedContext,
  service: 'training-cloud' | 'gpu-cloud',
  work: GpuWork,
  offer: GpuOffer,
  purchase: PurchaseKind,
): OptionDraft | undefined {
  const { engine, workload } = context;
  const id = optionId(workload.id, service, offer.cloud, purchase);
  const gpuHours = work.hours(id, offer.part);
  const usdPerMachineHour = hourlyPrice(engine, offer, purchase);
  if (gpuHours === undefined || usdPerMachineHour === undefined) return undefined;
  const gpusOfMachine = measured(engine, offer.row, {
    column: `${offer.sku}.gpuCount`,
    label: `GPUs of ${offer.sku}`,
    unit: 'gpus',
    value: offer.gpuCount,
  });
  const gpus = work.gpus(id, gpuHours, offer.part, gpusOfMachine);
  const doneIn = engine.ledger.compute(
    { id: `size.${id}.wall-time`, label: 'Time that the computing takes', unit: 's' },
    'wall-time',
    { gpuHours, gpus },
  );
  return {
    id,
    service,
    title: `${offer.sku} (${offer.part.model}) in ${offer.region}, ${purchaseWords[purchase]}`,
    design: {
      provider: offer.cloud,
      region: offer.region,
      sku: offer.sku,
      accelerator: offer.part.model,
      purchase,
    },
    machines: engine.ledger.compute(
      { id: `size.${id}.machines`, label: 'Machines at work', unit: 'machines' },
      'quotient',
      { amount: gpus, divisor: gpusOfMachine },
    ),
    cloud: offer.cloud,
    parts: [billPart(context, id, work, gpuHours, usdPerMachineHour, gpusOfMachine, purchase)],
    missing: [],
    proxy: offer.ratio !== undefined,
    facts: { redundancy: 'none', gpus, gpuHours, part: offer.part, doneIn },
  };
}

/** Spot machines are taken back now and then; the work since the last checkpoint is done twice. */
function billPart(
  { engine }: NeedContext,
  id: string,
  { repeats, label }: GpuWork,
  gpuHours: Figure,
  usdPerMachineHour: Figure,
  gpusOfMachine: Figure,
  purchase: PurchaseKind,
): PartDraft {
  const monthly = repeats === 'monthly';
  const described = {
    id: `cost.${id}.compute.${repeats}`,
    label,
    unit: monthly ? 'usd-per-month' : 'usd',
  } as const;
  const args = { gpuHours, usdPerMachineHour, gpusOfMachine };
  const bill =
    purchase === 'spot'
      ? engine.ledger.compute(described, 'gpu-hours-bill-interrupted', {
          ...args,
          repeatedShare: assumed(engine, 'spot.interruption-overhead-share'),
        })
      : engine.ledger.compute(described, 'gpu-hours-bill', args);
  return { key: 'compute', label, ...(monthly ? { monthly: bill } : { once: bill }) };
}
