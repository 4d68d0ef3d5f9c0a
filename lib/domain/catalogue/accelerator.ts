import type { IsoDate, Row } from './provenance.ts';

/** Data sheet figures of one accelerator. All rates are dense, not the sparse figure of a data sheet (twice as high). */
export type Accelerator = Row<'accelerators'> & {
  readonly model: string;
  readonly vendor: string;
  readonly architecture: string;
  /** Usable memory where the source gives it, else the label. */
  readonly memoryGb: number;
  readonly memoryBandwidthGbPerSecond: number | null;
  readonly bf16DenseTflops: number | null;
  readonly fp8DenseTflops: number | null;
  readonly fp4DenseTflops: number | null;
  readonly int8DenseTops: number | null;
  readonly thermalDesignPowerWatts: number | null;
  /** Both directions, per GPU. */
  readonly nvlinkGbPerSecond: number | null;
  readonly intraNodeOneWayGbPerSecond: number | null;
  readonly interNodeOneWayGbPerSecond: number | null;
  readonly gpusPerNode: number | null;
  /** Month of announcement. */
  readonly released: IsoDate;
  readonly note: string | null;
};
