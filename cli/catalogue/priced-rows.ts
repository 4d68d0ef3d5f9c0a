import { awsRegionalPrice } from '#lib/domain/catalogue/aws-regional-price.ts';
import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import { sourceOf } from '#lib/domain/catalogue/citation.ts';
import { computeIn } from '#lib/domain/catalogue/compute-lookup.ts';
import { foldName } from '#lib/domain/catalogue/fold-name.ts';
import { type HourlyPrices, purchaseKinds } from '#lib/domain/catalogue/prices.ts';
import type { Provenance } from '#lib/domain/catalogue/provenance.ts';
import { selectablePrice } from '#lib/domain/catalogue/selectable-price.ts';

/** A row with a price, as a person looks for it. */
export type PricedRow = {
  readonly name: string;
  /** Everything by which it is found. */
  readonly key: string;
  readonly cloud: string;
  readonly region: string;
  readonly gpu: string | undefined;
  /** What rows are sorted by: on demand per hour, or the price of what is not a machine. */
  readonly usd: number | undefined;
  readonly prices: string;
  readonly asOf: string | null;
  /** Why there is no day. */
  readonly undated: string | null;
  readonly source: string;
};

type Machine = HourlyPrices &
  Provenance & {
    readonly sku: string;
    readonly region: string;
    readonly vcpu: number | null;
    readonly memoryGib: number | null;
    readonly gpuModel: string | null;
    readonly gpuCount: number | null;
  };

/**
 * The priced rows of machines, chips, tokens, storage and network. In `region` (a folded name) AWS machines without a row of
 * their own are there by the ratio of their family, and say so.
 */
export function pricedRows(catalogue: Catalogue, region: string | undefined): PricedRow[] {
  return [
    ...catalogue.compute.map((row) => machineRow(catalogue, row.cloud, row)),
    ...catalogue.gpuClouds.map((row) => machineRow(catalogue, row.provider, row)),
    ...awsByRegion(catalogue, region),
    ...catalogue.tpus.map((row): PricedRow => {
      const { model, usdPerChipHourOnDemand: onDemand, usdPerChipHourSpot: spot } = row;
      const prices = `${onDemand ?? 'unknown'} per chip hour on demand, ${spot ?? 'unknown'} spot`;
      const where = { cloud: 'gcp', region: row.region, gpu: model };
      return rowOf(catalogue, row, { name: `gcp ${model} ${row.region}`, ...where, usd: onDemand, prices });
    }),
    ...catalogue.tokenPrices.map((row): PricedRow => {
      const { provider, model, usdPerMillionTokensInput: input, usdPerMillionTokensOutput: output } = row;
      const prices = `${input} per million tokens in, ${output ?? 'unknown'} out`;
      const where = { cloud: provider, region: '', gpu: undefined };
      return rowOf(catalogue, row, { name: `${provider} ${model}`, ...where, usd: input, prices });
    }),
    ...catalogue.storageNetwork.map((row): PricedRow => {
      const { cloud, region: place, service, item, tier, unit, usd } = row;
      const name = [cloud, place, service, item, tier].filter((part) => part !== null).join(' ');
      const prices = `${usd} ${unit.replace(/^usd_/, '').replaceAll('_', ' ')}`;
      return rowOf(catalogue, row, { name, cloud, region: place, gpu: undefined, usd, prices });
    }),
  ];
}

function machineRow(catalogue: Catalogue, cloud: string, row: Machine): PricedRow {
  const { sku, region, vcpu, memoryGib, gpuModel, gpuCount } = row;
  const shape = [
    vcpu === null ? undefined : `${vcpu} vCPU`,
    memoryGib === null ? undefined : `${memoryGib} GiB`,
    gpuModel === null ? undefined : `${gpuCount ?? '?'} x ${gpuModel}`,
  ].filter((part) => part !== undefined);
  const prices = purchaseKinds.flatMap((kind) => {
    const usd = selectablePrice(row, kind);
    return usd === undefined ? [] : [`${kind} ${rounded(usd)}`];
  });
  return rowOf(catalogue, row, {
    name: [cloud, sku, region, shape.length === 0 ? undefined : `(${shape.join(', ')})`]
      .filter((part) => part !== undefined)
      .join(' '),
    cloud,
    region,
    gpu: gpuModel ?? undefined,
    usd: selectablePrice(row, 'ondemand') ?? null,
    prices: prices.length === 0 ? 'not priced' : `${prices.join(', ')} per hour`,
  });
}

/** What the regional list says, and where one of its regions is asked for, the other sizes by the ratio of their family. */
function awsByRegion(catalogue: Catalogue, wanted: string | undefined): PricedRow[] {
  const shapes = new Map(computeIn(catalogue, 'aws', 'us-east-1').map((row) => [row.sku, row]));
  const listed = catalogue.regional.flatMap((row): PricedRow[] => {
    const shape = shapes.get(row.sku);
    const prices = {
      ...unpriced,
      usdPerHourOnDemand: row.usdPerHourOnDemand,
      usdPerHourSpot: row.usdPerHourSpotMedian,
    };
    return shape === undefined ? [] : [machineRow(catalogue, 'aws', { ...shape, ...row, ...prices })];
  });
  const region = catalogue.regional.find((row) => foldName(row.region) === wanted)?.region;
  if (region === undefined || computeIn(catalogue, 'aws', region).length > 0) return listed;
  const byRatio = [...shapes.values()].flatMap((shape): PricedRow[] => {
    const price = awsRegionalPrice(catalogue, shape.sku, region);
    if (price.kind !== 'listed-by-ratio') return [];
    const { source, asOf } = price.base;
    const prices = { ...unpriced, usdPerHourOnDemand: price.usdPerHour };
    const row = machineRow(catalogue, 'aws', { ...shape, ...prices, region, source, asOf });
    return [{ ...row, source: `${row.source}, us-east-1 price times ${rounded(price.ratio)}` }];
  });
  return [...listed, ...byRatio];
}

const unpriced = { usdPerHourOnDemand: null, usdPerHourSpot: null, usdPerHour1y: null, usdPerHour3y: null };

type Shown = Pick<PricedRow, 'name' | 'cloud' | 'region' | 'gpu' | 'prices'> & {
  readonly usd: number | null;
};

function rowOf(catalogue: Catalogue, row: Provenance, { usd, ...shown }: Shown): PricedRow {
  const { label, asOfNote } = sourceOf(catalogue, row);
  return {
    ...shown,
    key: shown.name,
    usd: usd ?? undefined,
    asOf: row.asOf,
    undated: asOfNote,
    source: label,
  };
}

function rounded(usd: number): number {
  return Number(usd.toPrecision(6));
}
