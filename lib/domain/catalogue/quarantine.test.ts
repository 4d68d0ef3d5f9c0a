import { describe, expect, it } from 'vitest';
import type { Catalogue } from './catalogue.ts';
import { computePrice } from './compute-lookup.ts';
import type { ComputePrice } from './prices.ts';
import { acceleratorRow, catalogueOf, computeRow, regionalRow } from './test-rows.ts';

const m6i = [
  computeRow({ sku: 'm6i.large', vcpu: 2, memoryGib: 8, usdPerHourOnDemand: 0.096 }),
  computeRow(),
  computeRow({ sku: 'm6i.2xlarge', vcpu: 8, memoryGib: 32, usdPerHourOnDemand: 0.384 }),
];

function azureE(vcpu: number, usdPerHourOnDemand: number): ComputePrice {
  const shape = { sku: `Standard_E${vcpu}as_v5`, vcpu, memoryGib: vcpu * 8 };
  return computeRow({ cloud: 'azure', region: 'westeurope', ...shape, usdPerHourOnDemand });
}

function reasonsAgainst(catalogue: Catalogue, row: { readonly id: string }): string {
  return catalogue.quarantined
    .filter((held) => held.row.id === row.id)
    .flatMap((held) => held.reasons)
    .join('; ');
}

describe('rows that contradict others', () => {
  it('leaves a series alone whose sizes agree', () => {
    expect(catalogueOf({ compute: m6i }).quarantined).toEqual([]);
  });

  it('keeps a quarantined row out of every lookup and says why', () => {
    const free = computeRow({ sku: 'm6i.4xlarge', vcpu: 16, memoryGib: 64, usdPerHourOnDemand: 0 });
    const catalogue = catalogueOf({ compute: [...m6i, free] });
    expect(computePrice(catalogue, 'aws', free.sku, free.region)).toBeUndefined();
    expect(catalogue.compute).not.toContain(free);
    expect(catalogue.index.rows.has(free.id)).toBe(false);
    expect(reasonsAgainst(catalogue, free)).toBe('0 is not a price');
  });

  it('finds a GPU whose memory is not that of the part', () => {
    const gpu = { gpuModel: 'L4', gpuCount: 1, vcpu: 4, memoryGib: 16 };
    const right = computeRow({ sku: 'g6.xlarge', ...gpu, gpuMemoryGibEach: 22.4 });
    const wrong = computeRow({ sku: 'g6.2xlarge', ...gpu, gpuMemoryGibEach: 80 });
    const catalogue = catalogueOf({ compute: [right, wrong], accelerators: [acceleratorRow()] });
    expect(catalogue.compute).toEqual([right]);
    expect(reasonsAgainst(catalogue, wrong)).toBe('L4 with 80 GiB, but the part has 24 GB');
  });

  it.each([
    [{ gpuModel: 'L4', gpuCount: 0 }, '0 GPUs of L4'],
    [{ gpuModel: null, gpuCount: 4 }, '4 GPUs of an unnamed model'],
  ])('finds an impossible GPU count: %o', (gpu, reason) => {
    const wrong = computeRow(gpu);
    expect(reasonsAgainst(catalogueOf({ compute: [wrong] }), wrong)).toBe(reason);
  });

  it('doubts the region in which a machine has another shape than elsewhere', () => {
    const elsewhere = ['eastus', 'westus2'].map((region) =>
      computeRow({ cloud: 'azure', sku: 'Standard_X', region }),
    );
    const odd = computeRow({ cloud: 'azure', sku: 'Standard_X', region: 'westeurope', memoryGib: 64 });
    const catalogue = catalogueOf({ compute: [...elsewhere, odd] });
    expect(catalogue.compute).toEqual(elsewhere);
    expect(reasonsAgainst(catalogue, odd)).toContain('differs from the same machine in other regions');
  });

  it('doubts both shapes when no majority says which is right', () => {
    const one = computeRow({ cloud: 'azure', region: 'eastus' });
    const other = computeRow({ cloud: 'azure', region: 'westus2', memoryGib: 64 });
    expect(catalogueOf({ compute: [one, other] }).compute).toEqual([]);
  });

  it('finds Azure prices that include a Windows licence, even where most sizes of the series do', () => {
    const linux = azureE(4, 0.274);
    const windows = [azureE(8, 0.916), azureE(16, 1.832), azureE(32, 3.664)];
    const catalogue = catalogueOf({ compute: [linux, ...windows] });
    expect(catalogue.compute).toEqual([linux]);
    for (const row of windows) expect(reasonsAgainst(catalogue, row)).toContain('Windows licence');
  });

  it('doubts a size that is far dearer than its series, per vCPU and per GiB', () => {
    const dear = computeRow({ sku: 'm6i.4xlarge', vcpu: 16, memoryGib: 64, usdPerHourOnDemand: 1.6 });
    const catalogue = catalogueOf({ compute: [...m6i, dear] });
    expect(reasonsAgainst(catalogue, dear)).toBe('2.08 times the price of its series for its size');
  });

  it('accepts burstable sizes, which pay for memory and not for vCPU', () => {
    const burstable = [
      computeRow({ sku: 't3.micro', vcpu: 2, memoryGib: 1, usdPerHourOnDemand: 0.0104 }),
      computeRow({ sku: 't3.small', vcpu: 2, memoryGib: 2, usdPerHourOnDemand: 0.0208 }),
      computeRow({ sku: 't3.large', vcpu: 2, memoryGib: 8, usdPerHourOnDemand: 0.0832 }),
    ];
    expect(catalogueOf({ compute: burstable }).quarantined).toEqual([]);
  });

  it.each([
    [{ usdPerHourSpot: 0.5 }, 'spot at USD 0.5 per hour is dearer than on demand at 0.192'],
    [
      { usdPerHour1y: 0.12, usdPerHour3y: 0.15 },
      'three years at USD 0.15 per hour are dearer than one year at 0.12',
    ],
  ])('finds a commitment or spot price in the wrong order: %o', (prices, reason) => {
    const wrong = computeRow(prices);
    expect(reasonsAgainst(catalogueOf({ compute: [wrong] }), wrong)).toBe(reason);
  });

  it('doubts a regional ratio that does not follow from the two prices', () => {
    const wrong = regionalRow({ ratioToUsEast1: 1.4 });
    const catalogue = catalogueOf({ compute: m6i, regional: [wrong, regionalRow({ region: 'eu-west-3' })] });
    expect(catalogue.regional.map((row) => row.region)).toEqual(['eu-west-3']);
    expect(reasonsAgainst(catalogue, wrong)).toBe(
      'ratio 1.4, but its price is 1.1000 times the us-east-1 list price',
    );
  });
});
