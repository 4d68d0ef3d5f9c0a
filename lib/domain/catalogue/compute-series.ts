import type { Cloud } from './prices.ts';

/**
 * The series a machine belongs to: sizes of one series differ in size alone, so vCPU, memory and price grow together.
 * `aws/m6i.xlarge` -> `m6i`, `gcp/n2-standard-8` -> `n2-standard-*`, `azure/Standard_D16as_v5` -> `Standard_D*as_v5`.
 */
export function seriesOf(cloud: Cloud, sku: string): string {
  return series[cloud](sku);
}

const series: Readonly<Record<Cloud, (sku: string) => string>> = {
  aws: awsFamily,
  gcp: (sku) => sku.replace(/^([^-]+-[^-]+)-\d+/, '$1-*'),
  azure: (sku) => sku.replace(/^(Standard_[A-Z]+)\d+/, '$1*'),
};

/** The part of an AWS instance type before the dot: `g6.12xlarge` -> `g6`. */
export function awsFamily(sku: string): string {
  return sku.split('.', 1)[0] ?? sku;
}
