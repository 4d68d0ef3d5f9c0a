import type { Cloud } from './prices.ts';
import type { Row } from './provenance.ts';

export const storageNetworkServices = [
  'object_storage',
  'object_retrieval',
  'block_storage',
  'egress_internet',
  'egress_inter_region',
  'egress_intra_region',
  'nat',
  'public_ip',
] as const;
export type StorageNetworkService = (typeof storageNetworkServices)[number];

/** GCP counts GiB (1,073,741,824 bytes), AWS and Azure GB (1,000,000,000 bytes). */
export const storageNetworkUnits = [
  'usd_per_gib_month',
  'usd_per_gb_month',
  'usd_per_gib',
  'usd_per_gb',
  'usd_per_hour',
  'usd_per_iops_month',
  'usd_per_mibps_month',
  'usd_per_mbps_month',
  'usd_per_disk_month',
] as const;
export type StorageNetworkUnit = (typeof storageNetworkUnits)[number];

export type StorageNetworkPrice = Row<'storage-network'> & {
  readonly cloud: Cloud;
  /** A region, or a GCP dual or multi region such as `nam4` or `us-multi`. */
  readonly region: string;
  readonly service: StorageNetworkService;
  readonly item: string;
  /** The volume tier, as the provider words it; null: one price for any volume. */
  readonly tier: string | null;
  readonly unit: StorageNetworkUnit;
  readonly usd: number;
};
