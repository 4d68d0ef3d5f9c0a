import type { Accelerator } from '../../../catalogue/accelerator.ts';

/** What training needs to know of an accelerator. */
export type TrainingPart = {
  readonly model: string;
  readonly generation: string;
  readonly bf16DenseTflops: number;
  readonly watts: number | null;
};

/**
 * The part of this name: from its data sheet, or one of the older parts that published runs used. Undefined without a
 * 16-bit rate.
 */
export function trainingPart(name: string, accelerator: Accelerator | undefined): TrainingPart | undefined {
  if (accelerator === undefined) return olderParts.find(({ model }) => model === name);
  const { model, architecture, bf16DenseTflops, thermalDesignPowerWatts } = accelerator;
  if (bf16DenseTflops === null) return undefined;
  const generation = architecture.startsWith('TPU') ? 'TPU' : architecture;
  return { model, generation, bf16DenseTflops, watts: thermalDesignPowerWatts };
}

/**
 * Parts of published runs that are no longer offered. A100 of either memory size compute at 312 TFLOPS (NVIDIA A100 data
 * sheet, 2021), as does the A800, whose links alone are slower; TPU per chip: v3 123, v4 275 TFLOPS (Jouppi et al., TPU
 * v4, 2023, table 4). Power is left out where the source does not say how much reaches the chip.
 */
const olderParts: readonly TrainingPart[] = [
  { model: 'A100-unspecified', generation: 'Ampere', bf16DenseTflops: 312, watts: 400 },
  { model: 'A800', generation: 'Ampere', bf16DenseTflops: 312, watts: 400 },
  { model: 'TPU-v3', generation: 'TPU', bf16DenseTflops: 123, watts: null },
  { model: 'TPU-v4', generation: 'TPU', bf16DenseTflops: 275, watts: null },
];
