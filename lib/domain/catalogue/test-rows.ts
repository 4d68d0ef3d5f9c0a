import type { Accelerator } from './accelerator.ts';
import type { Assumption } from './assumption.ts';
import { buildCatalogue } from './build-catalogue.ts';
import type { Catalogue, CatalogueTables } from './catalogue.ts';
import { idealFit } from './fitted.fixture.ts';
import type { LanguageModel, TokenPrice } from './language-model.ts';
import type { ComputePrice, RegionalPrice } from './prices.ts';
import type { Source } from './provenance.ts';
import type { CarbonFactor, Region } from './region.ts';
import type { StorageNetworkPrice } from './storage-network-price.ts';

/** Rows for tests: plausible, and changed only in what the test is about. */
export function computeRow(change: Partial<Omit<ComputePrice, 'id'>> = {}): ComputePrice {
  const row = {
    cloud: 'aws',
    sku: 'm6i.xlarge',
    region: 'us-east-1',
    vcpu: 4,
    memoryGib: 16,
    gpuModel: null,
    gpuCount: null,
    gpuMemoryGibEach: null,
    localDiskGib: null,
    networkGbps: null,
    usdPerHourOnDemand: 0.192,
    usdPerHourSpot: null,
    usdPerHour1y: null,
    usdPerHour3y: null,
    source: 'list',
    asOf: '2026-07-20',
    ...change,
  } as const;
  return { id: `compute:${row.cloud}/${row.sku}/${row.region}`, ...row };
}

export function regionalRow(change: Partial<Omit<RegionalPrice, 'id'>> = {}): RegionalPrice {
  const row = {
    sku: 'm6i.xlarge',
    family: 'm6i',
    region: 'eu-west-1',
    usdPerHourOnDemand: 0.2112,
    usdPerHourSpotMedian: null,
    ratioToUsEast1: 1.1,
    source: 'snapshot',
    asOf: null,
    ...change,
  };
  return { id: `aws-regional:${row.sku}/${row.region}`, ...row };
}

export function acceleratorRow(change: Partial<Omit<Accelerator, 'id'>> = {}): Accelerator {
  const row = {
    model: 'L4',
    vendor: 'NVIDIA',
    architecture: 'Ada',
    memoryGb: 24,
    memoryBandwidthGbPerSecond: 300,
    bf16DenseTflops: 121,
    fp8DenseTflops: 242,
    fp4DenseTflops: null,
    int8DenseTops: 242,
    thermalDesignPowerWatts: 72,
    nvlinkGbPerSecond: null,
    intraNodeOneWayGbPerSecond: 32,
    interNodeOneWayGbPerSecond: 25,
    gpusPerNode: 8,
    released: '2023-03',
    note: null,
    source: 'list',
    asOf: '2026-07-20',
    ...change,
  };
  return { id: `accelerators:${row.model}`, ...row };
}

export function modelRow(
  name: string,
  change: Partial<Omit<LanguageModel, 'id' | 'name'>> = {},
): LanguageModel {
  return {
    id: `models:${name}`,
    name,
    parametersTotal: 8e9,
    parametersActive: 8e9,
    parametersBasis: 'computed',
    layers: 32,
    hiddenSize: 4096,
    attentionHeads: 32,
    kvHeads: 8,
    headDimension: 128,
    vocabulary: 128256,
    contextTokens: 131072,
    intermediateSize: 14336,
    moeExperts: null,
    moeActiveExperts: null,
    moeSharedExperts: null,
    moeIntermediateSize: null,
    mlaKvDimension: null,
    kvBytesPerTokenBf16: 131072,
    attention: 'GQA',
    licence: null,
    note: null,
    source: 'list',
    asOf: '2026-07-20',
    ...change,
  };
}

const provenance = { source: 'list', asOf: '2026-07-20' } as const;

export function natRow(item: string, usd: number): StorageNetworkPrice {
  return {
    id: `storage-network:${item}`,
    cloud: 'gcp',
    region: 'us-central1',
    service: 'nat',
    item,
    tier: null,
    unit: 'usd_per_hour',
    usd,
    ...provenance,
  };
}

export function tokenPriceRow(model: string, input: number, output: number | null): TokenPrice {
  return {
    id: `token-prices:${model}`,
    provider: 'Some AI',
    model,
    kind: 'chat',
    usdPerMillionTokensInput: input,
    usdPerMillionTokensCachedInput: null,
    usdPerMillionTokensOutput: output,
    contextTokens: null,
    secondSource: null,
    note: null,
    ...provenance,
  };
}

export function regionRow(region: string, countryCode: string, inEu: boolean, inEea: boolean): Region {
  return {
    id: `regions:azure/${region}`,
    cloud: 'azure',
    region,
    displayName: region,
    countryCode,
    country: region,
    continent: 'Europe',
    inEu,
    inEea,
    gdprAdequacy: 'member',
    sovereign: null,
    latitude: 0,
    longitude: 0,
    ...provenance,
  };
}

export function carbonRow(
  year: number,
  basis: CarbonFactor['basis'],
  change: Partial<Omit<CarbonFactor, 'id'>>,
): CarbonFactor {
  return {
    id: `carbon:aws/x/${year}/${basis}`,
    cloud: 'aws',
    region: 'x',
    location: 'X',
    year,
    basis,
    gridGramsCo2PerKwh: null,
    marketGramsCo2PerKwh: null,
    carbonFreeEnergyPercent: null,
    carbonFreeEnergyBasis: null,
    powerUsageEffectiveness: null,
    waterLitresPerKwh: null,
    ...provenance,
    ...change,
  };
}

export const listSource: Source = {
  id: 'list',
  label: 'AWS list price',
  publisher: 'Amazon Web Services',
  reference: 'owner/repository:path@commit',
  licence: 'Apache-2.0',
  asOf: '2026-07-20',
  asOfNote: null,
  caveat: null,
};

export const snapshotSource: Source = {
  ...listSource,
  id: 'snapshot',
  label: 'AWS list price by region',
  asOf: null,
  asOfNote: 'snapshot of about 2026, exact day unknown',
};

export const engineerAssumption: Assumption = {
  id: 'people.engineer-usd-per-month',
  label: 'Engineer',
  value: 17000,
  p10: 13000,
  p90: 25000,
  unit: 'usd-per-month',
  source: 'own judgement',
  asOf: '2026-11',
  moves: 'Cost of operation.',
  note: null,
};

/** A catalogue of the given tables; the others are empty, the fitted models ideal. */
export function catalogueOf(tables: Partial<CatalogueTables>): Catalogue {
  return buildCatalogue({
    sources: [listSource, snapshotSource],
    assumptions: [engineerAssumption],
    compute: [],
    storageNetwork: [],
    regional: [],
    gpuClouds: [],
    spotAdvice: [],
    tpus: [],
    accelerators: [],
    models: [],
    tokenPrices: [],
    carbon: [],
    regions: [],
    frameworks: [],
    controls: [],
    crosswalk: [],
    fitted: idealFit,
    ...tables,
  });
}
