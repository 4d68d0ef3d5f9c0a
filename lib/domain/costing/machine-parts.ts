import { readValue } from '../assessment/read-answer.ts';
import type { Workload } from '../assessment/assessment.ts';
import type { PurchaseKind } from '../catalogue/prices.ts';
import type { Figure } from '../figure/figure.ts';
import { assumed } from '../figure/leaves/assumed.ts';
import type { NeedContext, PartDraft, Redundancy } from '../options/draft.ts';
import type { Offer } from '../options/market.ts';
import type { Missing } from '../options/option.ts';
import { hourlyPrice, sustainedUse } from './hourly-price.ts';
import { missingParts } from '../options/missing-parts.ts';

/**
 * What the stated availability asks of a design: nothing below 99.5 %, one machine more up to 99.9 %, a second region
 * above. Undefined when availability was not stated.
 */
export function redundancyAsked(workload: Workload): Exclude<Redundancy, 'by-provider'> | undefined {
  const availability = readValue(workload.answers.availability);
  if (availability === undefined) return undefined;
  if (availability === 'best-effort' || availability === '99') return 'none';
  return availability === '99.5' || availability === '99.9' ? 'spare-machine' : 'second-region';
}

export type MachineCosts = { parts: PartDraft[]; missing: Missing[]; proxy: boolean; machines: Figure };

/** Machines that run all month, and those that redundancy adds; undefined when this purchase has no price. */
export function machineParts(
  context: NeedContext,
  option: string,
  offer: Offer,
  purchase: PurchaseKind,
  machines: Figure,
): MachineCosts | undefined {
  const compute = monthOf(
    context,
    `cost.${option}.compute.monthly`,
    'Machines for the load',
    offer,
    purchase,
    machines,
  );
  if (compute === undefined) return undefined;
  const costs: MachineCosts = {
    parts: [{ key: 'compute', label: compute.label, monthly: compute }],
    missing: [],
    proxy: offer.ratio !== undefined,
    machines,
  };
  const asked = redundancyAsked(context.workload);
  if (asked === undefined || asked === 'none') return costs;
  return asked === 'spare-machine'
    ? withSpare(context, option, offer, purchase, costs)
    : withSecondRegion(context, option, offer, purchase, costs);
}

function withSpare(
  context: NeedContext,
  option: string,
  offer: Offer,
  purchase: PurchaseKind,
  costs: MachineCosts,
): MachineCosts {
  const { ledger } = context.engine;
  const all = ledger.compute(
    { id: `size.${option}.machines-with-spare`, label: 'Machines, one of them spare', unit: 'machines' },
    'one-more',
    { count: costs.machines },
  );
  const spare = ledger.compute(
    { id: `size.${option}.spare-machines`, label: 'Spare machines', unit: 'machines' },
    'difference',
    { whole: all, part: costs.machines },
  );
  return { ...withExtra(context, option, offer, purchase, costs, spare, 'Spare machine'), machines: all };
}

/** Above 99.95 % the second region carries the load alone; at 99.95 % it keeps the assumed share of it. */
function withSecondRegion(
  context: NeedContext,
  option: string,
  offer: Offer,
  purchase: PurchaseKind,
  costs: MachineCosts,
): MachineCosts {
  const { ledger } = context.engine;
  const described = {
    id: `size.${option}.machines-in-second-region`,
    label: 'Machines in the second region',
    unit: 'machines',
  } as const;
  const { machines } = costs;
  const second =
    readValue(context.workload.answers.availability) === '99.95'
      ? ledger.compute(described, 'machines-in-second-region', {
          machines,
          share: assumed(context.engine, 'redundancy.second-region-share'),
        })
      : ledger.compute(described, 'same-in-second-region', { machines });
  const all = ledger.compute(
    { id: `size.${option}.machines-in-both-regions`, label: 'Machines in both regions', unit: 'machines' },
    'sum',
    [machines, second],
  );
  const elsewhere = cheapestElsewhere(context, offer);
  if (elsewhere === undefined) {
    const because = 'No other allowed region of this cloud has a price of this machine.';
    return { ...costs, missing: [...costs.missing, { what: missingParts.secondRegion, because }] };
  }
  const label = `Second region, ${elsewhere.region}`;
  return { ...withExtra(context, option, elsewhere, purchase, costs, second, label), machines: all };
}

function cheapestElsewhere({ market }: NeedContext, { cloud, sku, region }: Offer): Offer | undefined {
  return market.offers
    .filter((other) => other.cloud === cloud && other.sku === sku && other.region !== region)
    .toSorted((a, b) => a.usdPerHour - b.usdPerHour)[0];
}

function withExtra(
  context: NeedContext,
  option: string,
  offer: Offer,
  purchase: PurchaseKind,
  costs: MachineCosts,
  machines: Figure,
  label: string,
): MachineCosts {
  const monthly = monthOf(context, `cost.${option}.redundancy.monthly`, label, offer, purchase, machines);
  if (monthly === undefined) {
    const because = `The machine has no price bought this way in ${offer.region}.`;
    return { ...costs, missing: [...costs.missing, { what: missingParts.secondRegion, because }] };
  }
  return {
    ...costs,
    parts: [...costs.parts, { key: 'redundancy', label, monthly }],
    proxy: costs.proxy || offer.ratio !== undefined,
  };
}

function monthOf(
  { engine }: NeedContext,
  id: string,
  label: string,
  offer: Offer,
  purchase: PurchaseKind,
  machines: Figure,
): Figure | undefined {
  const usdPerHour = hourlyPrice(engine, offer, purchase);
  if (usdPerHour === undefined) return undefined;
  const described = { id, label, unit: 'usd-per-month' } as const;
  const args = { usdPerHour, hoursPerMonth: assumed(engine, 'month.hours'), machines };
  const sustainedUseFactor = sustainedUse(engine, offer, purchase);
  return sustainedUseFactor === undefined
    ? engine.ledger.compute(described, 'machines-per-month', args)
    : engine.ledger.compute(described, 'machines-per-month-sustained', { ...args, sustainedUseFactor });
}
