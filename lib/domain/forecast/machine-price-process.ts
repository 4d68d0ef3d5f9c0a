import type { Catalogue } from '../catalogue/catalogue.ts';
import { clouds } from '../catalogue/prices.ts';
import type { FigureId } from '../figure/figure.ts';
import { figureOf, type Ledger } from '../figure/ledger.ts';
import type { Option } from '../options/option.ts';
import { fitPrice, type PriceOf } from './fit-prices.ts';
import type { PriceProcess } from './price-process.ts';
import type { PriceSeries } from './price-series.ts';

/**
 * How the prices of an option's machines move: the process, the most that they can become relative to today, for how many
 * months a contract holds them, which prices move together, and what a reader must know, in sentences.
 */
export type MachinePrices = {
  process: PriceProcess;
  ceiling: number;
  heldMonths: number;
  /** Options of one key see the same draws. */
  key: string;
  said: string[];
};

/** The process of the machine prices that an option's cost rests on, learned from the whole price history. */
export function machinePriceProcess(
  { ledger, catalogue, series }: { ledger: Ledger; catalogue: Catalogue; series: readonly PriceSeries[] },
  { design }: Option,
  machinePrices: readonly FigureId[],
): MachinePrices {
  const { purchase, provider } = design;
  if (purchase === 'per-token')
    return constant('Token prices have no history to learn from, so they stay as they are.');
  if (purchase === 'owned')
    return constant('Own machines are paid once, and what power and people cost stays as it is.');
  if (machinePrices.length === 0)
    return constant(
      'Nothing that this design costs per month is rented by the hour, so prices stay as they are.',
    );
  const cloud = clouds.find((known) => known === provider);
  if (cloud === undefined)
    return constant('The prices of this provider have no history to learn from, so they stay as they are.');
  const rows = machinePrices.map((id) => {
    const figure = figureOf(ledger, id);
    return 'row' in figure ? catalogue.compute.find((row) => row.id === figure.row) : undefined;
  });
  const of: PriceOf = {
    kind: purchase,
    machine: isAccelerated(catalogue, design) ? 'accelerated' : 'general',
    cloud,
  };
  const until =
    series
      .map(({ last }) => last)
      .toSorted()
      .at(-1) ?? '';
  const process = fitPrice(series, of, until);
  const ceilings = rows.flatMap((row) =>
    purchase === 'spot' && row?.usdPerHourOnDemand != null && row.usdPerHourSpot !== null
      ? [row.usdPerHourOnDemand / row.usdPerHourSpot]
      : [],
  );
  return {
    process,
    ceiling: Math.min(Infinity, ...ceilings),
    heldMonths: heldMonths[purchase],
    key: `${of.kind}/${of.machine}/${of.cloud}`,
    said: saidOf(process, of),
  };
}

/** A commitment fixes the price for its term; then the list price of that day holds. */
const heldMonths = { ondemand: 0, spot: 0, '1y': 12, '3y': 36 } as const;

function constant(because: string): MachinePrices {
  const process = { kind: 'constant', because } as const;
  return { process, ceiling: Infinity, heldMonths: 0, key: 'constant', said: [because] };
}

function isAccelerated(catalogue: Catalogue, { provider, sku, accelerator }: Option['design']): boolean {
  if (accelerator !== undefined) return true;
  return catalogue.compute.some((row) => row.cloud === provider && row.sku === sku && row.gpuModel !== null);
}

function saidOf(process: PriceProcess, { kind, cloud }: PriceOf): string[] {
  if (process.kind === 'constant') return [process.because];
  const said: string[] = [];
  if (kind === '1y' || kind === '3y')
    said.push('A commitment fixes the price for its term; after it the list price of that day holds.');
  if (!process.learnedFrom.clouds.includes(cloud))
    said.push(
      'Such prices of this cloud have no history; they are taken to move like those of Google Cloud.',
    );
  return said;
}
