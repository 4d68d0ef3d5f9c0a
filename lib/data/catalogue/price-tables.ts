import { z } from 'zod';
import { clouds, purchaseKinds } from '#lib/domain/catalogue/prices.ts';
import { storageNetworkServices, storageNetworkUnits } from '#lib/domain/catalogue/storage-network-price.ts';
import {
  amount,
  amountOrUnknown,
  isoDate,
  number,
  numberOrUnknown,
  provenance,
  table,
  text,
  textOrUnknown,
} from './table.ts';

const cloud = z.enum(clouds);
const hourlyPrices = {
  usdPerHourOnDemand: numberOrUnknown,
  usdPerHourSpot: numberOrUnknown,
  usdPerHour1y: numberOrUnknown,
  usdPerHour3y: numberOrUnknown,
};

export const computeTable = table(
  'compute',
  z.strictObject({
    cloud,
    sku: text,
    region: text,
    vcpu: amountOrUnknown,
    memoryGib: amountOrUnknown,
    gpuModel: textOrUnknown,
    gpuCount: numberOrUnknown,
    gpuMemoryGibEach: amountOrUnknown,
    localDiskGib: amountOrUnknown,
    networkGbps: amountOrUnknown,
    ...hourlyPrices,
    ...provenance,
  }),
  (row) => `${row.cloud}/${row.sku}/${row.region}`,
);

export const storageNetworkTable = table(
  'storage-network',
  z.strictObject({
    cloud,
    region: text,
    service: z.enum(storageNetworkServices),
    item: text,
    tier: textOrUnknown,
    unit: z.enum(storageNetworkUnits),
    usd: number,
    ...provenance,
  }),
  (row) => [row.cloud, row.region, row.service, row.item, row.unit, row.tier ?? 'any volume'].join('/'),
);

export const regionalTable = table(
  'aws-regional',
  z.strictObject({
    sku: text,
    family: text,
    region: text,
    usdPerHourOnDemand: numberOrUnknown,
    usdPerHourSpotMedian: numberOrUnknown,
    ratioToUsEast1: numberOrUnknown,
    ...provenance,
  }),
  (row) => `${row.sku}/${row.region}`,
);

export const gpuCloudTable = table(
  'gpu-clouds',
  z.strictObject({
    provider: text,
    sku: text,
    region: text,
    gpuModel: text,
    gpuCount: amount,
    vcpu: amountOrUnknown,
    memoryGib: amountOrUnknown,
    ...hourlyPrices,
    ...provenance,
  }),
  (row) => `${row.provider}/${row.sku}/${row.region}`,
);

export const spotAdviceTable = table(
  'spot-advisor',
  z.strictObject({
    region: text,
    sku: text,
    savingPercentOfOnDemand: z.number().min(0).max(100),
    interruptionSharePerMonth: z.enum(['<5%', '5-10%', '10-15%', '15-20%', '>20%']),
    note: textOrUnknown,
    ...provenance,
  }),
  (row) => `${row.sku}/${row.region}`,
);

export const tpuTable = table(
  'tpus',
  z.strictObject({
    model: text,
    region: text,
    usdPerChipHourOnDemand: numberOrUnknown,
    usdPerChipHourSpot: numberOrUnknown,
    ...provenance,
  }),
  (row) => `${row.model}/${row.region}`,
);

export const tokenPriceTable = table(
  'token-prices',
  z.strictObject({
    provider: text,
    model: text,
    kind: z.enum(['chat', 'embedding']),
    usdPerMillionTokensInput: number,
    usdPerMillionTokensCachedInput: numberOrUnknown,
    usdPerMillionTokensOutput: numberOrUnknown,
    contextTokens: amountOrUnknown,
    secondSource: textOrUnknown,
    note: textOrUnknown,
    ...provenance,
  }),
  (row) => `${row.provider}/${row.model}`,
);

export const priceHistoryTable = table(
  'price-history',
  z.strictObject({
    cloud,
    sku: text,
    region: text,
    kind: z.enum(purchaseKinds),
    usdPerHour: number,
    methodChange: textOrUnknown,
    sourceCommit: text,
    source: text,
    asOf: isoDate,
  }),
  (row) => `${row.cloud}/${row.sku}/${row.region}/${row.kind}/${row.asOf}`,
);
