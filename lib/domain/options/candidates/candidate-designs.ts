import { type PurchaseKind, purchaseKinds } from '../../catalogue/prices.ts';
import { listedPrice } from '../../costing/hourly-price.ts';
import type { CandidateSet } from '../front.ts';
import type { Offer } from '../market.ts';
import { shareTooFewUp, unavailabilityInRegion } from './unavailability.ts';

/** One way to carry the load on a machine: how many machines it takes, and the time it answers in where that counts. */
export type Variant = { machines: number; seconds?: number | undefined };

/** How machines of an offer carry the load of a need; empty when they cannot. */
export type Capability = (offer: Offer) => readonly Variant[];

/** What turns machines into cost, carbon and availability. NaN is unknown. */
export type DesignTerms = {
  hoursPerMonth: number;
  purchases: readonly PurchaseKind[];
  /** Machines beyond those needed, at most. */
  mostSpare: number;
  machineDownShare: number;
  spotDownShare: number;
  regionDownShare: number;
  /** Factor on a whole month on demand that the provider grants by itself. */
  sustainedUse: (offer: Offer) => number;
  wattsOf: (offer: Offer) => number;
  /** Grams of CO2e per kWh at the machine, losses of the building included. */
  gramsPerKwhIn: (offer: Offer) => number;
};

/**
 * Candidate designs in columns: cost in USD a month, latency in seconds, carbon in kg CO2e a month, unavailability as a share
 * of the time. `offer` is a place in `offers`, `purchase` in `purchaseKinds`.
 */
export type CandidateDesigns = CandidateSet & {
  readonly offers: readonly Offer[];
  readonly offer: Uint32Array;
  readonly purchase: Uint8Array;
  readonly machines: Uint32Array;
};

/** Sizes at which a machine count is a mistake of the answers and not a design. */
const mostMachines = 100_000;

/**
 * Every design: offer x way to carry the load x purchase with a price x number of machines, from those needed to those with
 * all spares. Failures of machines are taken as independent; that of the region is not outlived by any of them. No figures:
 * these numbers choose designs, which are then priced with pedigree.
 */
export function candidateDesigns(
  offers: readonly Offer[],
  capability: Capability,
  terms: DesignTerms,
): CandidateDesigns {
  const rows: Rows = { offer: [], purchase: [], machines: [], cost: [], latency: [], carbon: [], down: [] };
  const unavailable = unavailabilityTable(terms);
  for (const [place, offer] of offers.entries()) {
    const variants = capability(offer).filter(({ machines }) => machines <= mostMachines);
    if (variants.length === 0) continue;
    const prices = purchaseKinds.map((purchase) => monthPrice(offer, purchase, terms));
    const kilograms =
      (terms.wattsOf(offer) / 1_000) * terms.hoursPerMonth * (terms.gramsPerKwhIn(offer) / 1_000);
    for (const { machines: needed, seconds } of variants)
      for (const [purchase, usdPerMonth] of prices.entries()) {
        if (usdPerMonth === undefined) continue;
        for (let machines = needed; machines <= needed + terms.mostSpare; machines++) {
          rows.offer.push(place);
          rows.purchase.push(purchase);
          rows.machines.push(machines);
          rows.cost.push(machines * usdPerMonth);
          rows.latency.push(seconds ?? Number.NaN);
          rows.carbon.push(machines * kilograms);
          rows.down.push(unavailable(machines, needed, purchaseKinds[purchase] === 'spot'));
        }
      }
  }
  return inColumns(offers, rows);
}

type Rows = Record<'offer' | 'purchase' | 'machines' | 'cost' | 'latency' | 'carbon' | 'down', number[]>;

function inColumns(offers: readonly Offer[], rows: Rows): CandidateDesigns {
  const latency = Float64Array.from(rows.latency);
  return {
    offers,
    size: rows.offer.length,
    offer: Uint32Array.from(rows.offer),
    purchase: Uint8Array.from(rows.purchase),
    machines: Uint32Array.from(rows.machines),
    cost: Float64Array.from(rows.cost),
    carbon: Float64Array.from(rows.carbon),
    unavailability: Float64Array.from(rows.down),
    ...(latency.some((seconds) => !Number.isNaN(seconds)) && { latency }),
  };
}

function monthPrice(offer: Offer, purchase: PurchaseKind, terms: DesignTerms): number | undefined {
  const listed = terms.purchases.includes(purchase) ? listedPrice(offer, purchase) : undefined;
  if (listed === undefined) return undefined;
  const factor = purchase === 'ondemand' ? terms.sustainedUse(offer) : 1;
  return listed * (offer.ratio?.value ?? 1) * factor * terms.hoursPerMonth;
}

/** Many designs have the same numbers of machines: each pair is worked out once. */
function unavailabilityTable(terms: DesignTerms) {
  const known = new Map<string, number>();
  return (machines: number, needed: number, spot: boolean): number => {
    const key = `${machines}/${needed}/${spot}`;
    const held = known.get(key);
    if (held !== undefined) return held;
    const tooFew = shareTooFewUp(machines, needed, spot ? terms.spotDownShare : terms.machineDownShare);
    const share = unavailabilityInRegion(tooFew, terms.regionDownShare);
    known.set(key, share);
    return share;
  };
}
