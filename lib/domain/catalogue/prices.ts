import type { IsoDate, Row } from './provenance.ts';

export const clouds = ['aws', 'azure', 'gcp'] as const;
export type Cloud = (typeof clouds)[number];

export const purchaseKinds = ['ondemand', 'spot', '1y', '3y'] as const;
/** How capacity is bought. `1y` and `3y` are commitments paid monthly, without an upfront part. */
export type PurchaseKind = (typeof purchaseKinds)[number];

/** List prices of one machine, USD per hour for the whole machine, before tax, credits and negotiated discounts. */
export type HourlyPrices = {
  readonly usdPerHourOnDemand: number | null;
  readonly usdPerHourSpot: number | null;
  readonly usdPerHour1y: number | null;
  readonly usdPerHour3y: number | null;
};

/** A virtual machine of AWS, Azure or GCP: Linux, shared tenancy. */
export type ComputePrice = Row<'compute'> &
  HourlyPrices & {
    readonly cloud: Cloud;
    readonly sku: string;
    readonly region: string;
    readonly vcpu: number | null;
    readonly memoryGib: number | null;
    /** As in the accelerator table where it is listed there; null: no accelerator. */
    readonly gpuModel: string | null;
    /** May be a fraction: a shared GPU. */
    readonly gpuCount: number | null;
    /** Nominal memory of one whole GPU, also when `gpuCount` is a fraction. */
    readonly gpuMemoryGibEach: number | null;
    readonly localDiskGib: number | null;
    /** Front-end network of the machine; Azure ND figures leave InfiniBand out, AWS P5 and P6 include EFA. */
    readonly networkGbps: number | null;
  };

/** A machine of a smaller GPU cloud. One snapshot without a second source: indicative. */
export type GpuCloudPrice = Row<'gpu-clouds'> &
  HourlyPrices & {
    readonly provider: string;
    readonly sku: string;
    /** `any` where the provider's list repeats one price for all its regions. */
    readonly region: string;
    readonly gpuModel: string;
    readonly gpuCount: number;
    readonly vcpu: number | null;
    readonly memoryGib: number | null;
  };

/** AWS price of one size in one region; it stands for its family through `ratioToUsEast1`. */
export type RegionalPrice = Row<'aws-regional'> & {
  readonly sku: string;
  readonly family: string;
  readonly region: string;
  readonly usdPerHourOnDemand: number | null;
  /** Median over the zones that showed a spot price at one moment. */
  readonly usdPerHourSpotMedian: number | null;
  readonly ratioToUsEast1: number | null;
};

/** What AWS says of a spot pool: saving over the on-demand price of that time, and how often it is taken back. */
export type SpotAdvice = Row<'spot-advisor'> & {
  readonly region: string;
  readonly sku: string;
  readonly savingPercentOfOnDemand: number;
  readonly interruptionSharePerMonth: '<5%' | '5-10%' | '10-15%' | '15-20%' | '>20%';
  readonly note: string | null;
};

export type TpuPrice = Row<'tpus'> & {
  readonly model: string;
  readonly region: string;
  readonly usdPerChipHourOnDemand: number | null;
  readonly usdPerChipHourSpot: number | null;
};

/** One dated observation of a list price. */
export type PricePoint = Row<'price-history'> & {
  readonly asOf: IsoDate;
  readonly cloud: Cloud;
  readonly sku: string;
  readonly region: string;
  readonly kind: PurchaseKind;
  readonly usdPerHour: number;
  /** Version of the source file that showed this price. */
  readonly sourceCommit: string;
  /** Set where the source began to count differently on this day, so that a step is not a price change. */
  readonly methodChange: string | null;
};
