import { type Cloud, clouds, type ComputePrice } from '../../catalogue/prices.ts';
import { computePrice } from '../../catalogue/compute-lookup.ts';
import { selectablePrice } from '../../catalogue/selectable-price.ts';
import type { Figure, FigureId } from '../../figure/figure.ts';
import type { Engine } from '../../figure/leaves/engine.ts';
import type { Offer } from '../../options/market.ts';
import type { Option, OptionId } from '../../options/option.ts';
import { hourlyPrice, sustainedUse } from '../hourly-price.ts';
import { type LoadLevel, loadShape } from './load-shape.ts';
import { type CommitmentPlan, type Level, planWriter } from './plan-figures.ts';

/** How many machines are needed for how many hours of a month. */
export type NeededMachines = { key: string; machines: FigureId; hours: FigureId };

export type CommitmentPlans = {
  option: OptionId;
  levels: NeededMachines[];
  /** One per term with a committed price of this machine; none where the catalogue has no such row. */
  plans: CommitmentPlan[];
  said: string[];
};

/**
 * How many of the machines of an option rented on demand to commit, per term: those needed in more of the hours than the
 * committed price is of the price on demand. It presumes that machines beyond are started and stopped with the load.
 * Undefined for other options, and where the shape of the load is not known.
 */
export function writeCommitmentPlans(engine: Engine, option: Option): CommitmentPlans | undefined {
  const workload = engine.assessment.workloads.find(({ id }) => id === option.need);
  const offer = offerOf(engine, option);
  const atPeak = engine.ledger.get(`size.${option.id}.machines`);
  if (workload === undefined || offer === undefined || atPeak === undefined) return undefined;
  const shape = loadShape(engine, workload);
  const onDemand = shape && priceOnDemand(engine, option, offer);
  if (shape === undefined || onDemand === undefined) return undefined;
  const levels = mostMachinesFirst(shape.map((level) => neededAt(engine, option, atPeak, level)));
  const planFor = planWriter(engine, `plan.${option.id}`, levels, onDemand);
  const plans = (['1y', '3y'] as const).flatMap((term) => {
    const committed = hourlyPrice(engine, offer, term);
    return committed === undefined ? [] : [planFor(term, committed)];
  });
  return {
    option: option.id,
    levels: levels.map(({ key, machines, hours }) => ({ key, machines: machines.id, hours: hours.id })),
    plans,
    said: [
      ...(plans.length === 0 ? ['The catalogue has no committed price of this machine.'] : []),
      ...(engine.ledger.get(`size.${option.id}.machines-in-second-region`) === undefined
        ? []
        : ['Machines of the second region are not in the plan.']),
    ],
  };
}

/** The machine as the catalogue offers it; undefined unless the option rents it on demand, all month, at a price of its own. */
function offerOf({ catalogue }: Engine, { design, parts, proxy }: Option): Offer | undefined {
  const cloud = clouds.find((one): one is Cloud => one === design.provider);
  const isRunning = parts.some(({ key, monthly }) => key === 'compute' && monthly !== undefined);
  if (design.purchase !== 'ondemand' || proxy || !isRunning || cloud === undefined) return undefined;
  const row =
    design.sku !== undefined && design.region !== undefined
      ? computePrice(catalogue, cloud, design.sku, design.region)
      : undefined;
  return row && asOffer(row);
}

function asOffer(row: ComputePrice): Offer | undefined {
  const { cloud, region, sku, vcpu, memoryGib, gpuModel, gpuCount } = row;
  const usdPerHour = selectablePrice(row, 'ondemand');
  return usdPerHour === undefined
    ? undefined
    : { cloud, region, sku, vcpu, memoryGib, gpuModel, gpuCount, usdPerHour, row };
}

/** With the discount that Google grants a whole month by itself, for any hours: a saving is never overstated by it. */
function priceOnDemand(engine: Engine, option: Option, offer: Offer): Figure | undefined {
  const listed = hourlyPrice(engine, offer, 'ondemand');
  const factor = sustainedUse(engine, offer, 'ondemand');
  if (listed === undefined || factor === undefined) return listed;
  return engine.ledger.compute(
    {
      id: `plan.${option.id}.on-demand-price`,
      label: `${listed.label}, used all month`,
      unit: 'usd-per-hour',
    },
    'product',
    { amount: listed, factor },
  );
}

/** A spare machine runs at every hour. */
function neededAt(
  { ledger }: Engine,
  option: Option,
  atPeak: Figure,
  { key, hours, shareOfPeak }: LoadLevel,
): Level {
  const prefix = `plan.${option.id}.${key}`;
  const forLoad =
    shareOfPeak === undefined
      ? atPeak
      : ledger.compute(
          {
            id: `${prefix}.machines-for-load`,
            label: 'Machines for the load of these hours',
            unit: 'machines',
          },
          'machines-at-share-of-peak',
          { machines: atPeak, share: shareOfPeak },
        );
  const spare = ledger.get(`size.${option.id}.spare-machines`);
  const machines =
    spare === undefined
      ? forLoad
      : ledger.compute(
          { id: `${prefix}.machines`, label: 'Machines in these hours, spare included', unit: 'machines' },
          'sum',
          [forLoad, spare],
        );
  return { key, machines, hours };
}

function mostMachinesFirst(levels: readonly Level[]): Level[] {
  return levels.toSorted((a, b) => b.machines.value - a.machines.value);
}
