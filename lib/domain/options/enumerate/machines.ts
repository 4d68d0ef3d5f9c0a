import type { Figure } from '../../figure/figure.ts';
import { measured } from '../../figure/leaves/catalogued.ts';
import type { Cloud, PurchaseKind } from '../../catalogue/prices.ts';
import { clouds } from '../../catalogue/prices.ts';
import { hasPrice } from '../../costing/hourly-price.ts';
import { machineParts, redundancyAsked } from '../../costing/machine-parts.ts';
import { formulas } from '../../formulas.ts';
import type { NeedContext, OptionDraft } from '../draft.ts';
import { optionId } from '../draft.ts';
import { bestPlaced, type Offer } from '../market.ts';
import type { ServiceKind } from '../option.ts';
import { missingParts } from '../missing-parts.ts';

/** What plain machines must bring together; an absent side does not bind. */
export type MachineDemand = {
  vcpus?: Figure | undefined;
  memoryGib?: Figure | undefined;
  peak?: Figure | undefined;
};

/** The cheapest machines of each cloud for a demand, on demand and by each commitment that has a price. */
export function machineDrafts(
  context: NeedContext,
  service: ServiceKind,
  demand: MachineDemand,
): OptionDraft[] {
  const offers = bestPlaced(context.market, context.market.offers.filter(isGeneral));
  return clouds.flatMap((cloud) => {
    const cheapest = offers
      .filter((offer) => offer.cloud === cloud)
      .toSorted((a, b) => monthlyWeight(a, demand, context) - monthlyWeight(b, demand, context))[0];
    if (cheapest === undefined) return [];
    return purchases.flatMap((purchase) => draftOf(context, service, demand, cheapest, purchase) ?? []);
  });
}

const purchases = ['ondemand', '1y', '3y'] as const satisfies readonly PurchaseKind[];

/** Current general-purpose x86 series of steady performance; burstable and Arm machines are another decision. */
const general: Readonly<Record<Cloud, RegExp>> = {
  aws: /^[mcr][67][ia]\.(?!metal)/,
  azure: /^Standard_[DEF]\d+l?a?d?s_v[56]$/,
  gcp: /^(n2|n2d|c3|c3d|c4|e2)-(standard|highmem|highcpu)-\d+$/,
};

type GeneralOffer = Offer & { vcpu: number; memoryGib: number };

/** Whether it is a current machine of steady performance for general work, with vCPU and memory known. */
export function isGeneral(offer: Offer): offer is GeneralOffer {
  const { cloud, sku, gpuCount, vcpu, memoryGib } = offer;
  return (
    gpuCount === null &&
    memoryGib !== null &&
    vcpu !== null &&
    vcpu >= 2 &&
    vcpu <= 64 &&
    general[cloud].test(sku)
  );
}

/** What the machines cost per hour with the spare that redundancy asks, for choosing only. */
function monthlyWeight(offer: Offer, demand: MachineDemand, { workload }: NeedContext): number {
  const machines = formulas['machines-for-vcpus-and-memory'].evaluate(
    demand.vcpus?.value ?? 0,
    offer.vcpu ?? Number.NaN,
    demand.memoryGib?.value ?? 0,
    offer.memoryGib ?? Number.NaN,
  );
  const spare = redundancyAsked(workload) === 'spare-machine' ? 1 : 0;
  return offer.usdPerHour * (machines + spare);
}

function draftOf(
  context: NeedContext,
  service: ServiceKind,
  demand: MachineDemand,
  offer: Offer,
  purchase: PurchaseKind,
): OptionDraft | undefined {
  const { engine, workload } = context;
  const id = optionId(workload.id, service, offer.cloud, purchase);
  if (!hasPrice(offer, purchase)) return undefined;
  const shape = (column: string, label: string, unit: 'vcpus' | 'gib', value: number) =>
    measured(engine, offer.row, {
      column: `${offer.sku}.${column}`,
      label: `${label} of ${offer.sku}`,
      unit,
      value,
    });
  const vcpusOfMachine = shape('vcpu', 'vCPU', 'vcpus', offer.vcpu ?? 0);
  const memoryOfMachine = shape('memory', 'Memory', 'gib', offer.memoryGib ?? 0);
  const machines = engine.ledger.compute(
    { id: `size.${id}.machines`, label: 'Machines for the load', unit: 'machines' },
    'machines-for-vcpus-and-memory',
    {
      vcpusNeeded: demand.vcpus ?? vcpusOfMachine,
      vcpusOfMachine,
      memoryNeeded: demand.memoryGib ?? memoryOfMachine,
      memoryOfMachine,
    },
  );
  const costs = machineParts(context, id, offer, purchase, machines);
  if (costs === undefined) return undefined;
  const asked = redundancyAsked(workload) ?? 'none';
  return {
    id,
    service,
    title: `${offer.sku} in ${offer.region}, ${purchaseWords[purchase]}`,
    design: { provider: offer.cloud, region: offer.region, sku: offer.sku, purchase },
    machines: costs.machines,
    cloud: offer.cloud,
    parts: costs.parts,
    missing: costs.missing,
    proxy: costs.proxy,
    facts: {
      redundancy: costs.missing.some(({ what }) => what === missingParts.secondRegion) ? 'none' : asked,
      peak: demand.peak,
    },
  };
}

export const purchaseWords = {
  ondemand: 'on demand',
  spot: 'spot',
  '1y': 'one year committed',
  '3y': 'three years committed',
} as const satisfies Record<PurchaseKind, string>;
