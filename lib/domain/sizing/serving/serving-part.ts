import type { Accelerator } from '../../catalogue/accelerator.ts';

/** An accelerator of which everything that serving needs is known. */
export type ServingPart = Accelerator & { memoryBandwidthGbPerSecond: number; bf16DenseTflops: number };
