import type { Accelerator } from '../../../catalogue/accelerator.ts';
import type { LanguageModel } from '../../../catalogue/language-model.ts';
import { type Refusal, refuse, type ServingSetup } from './setup.ts';

/** How a group of weights is stored and multiplied. */
export type Precision = {
  /** With the scales that block formats keep beside the weights. */
  readonly bytesPerWeight: number;
  readonly tflops: number;
  /** Weights of 4-bit integers, widened to 16 bit before each multiplication. */
  readonly integer: boolean;
};

/**
 * Precision of the dense weights and of the experts. Columns that are blank fall back on the precision of the weights,
 * and that on 16 bit, the precision in which models are published. Refused for a name that is not known.
 */
export function readPrecision(
  setup: ServingSetup,
  model: LanguageModel,
  part: Accelerator,
): { dense: Precision; experts: Precision } | Refusal {
  const dense = expertsOnlyInFourBit.has(model.name)
    ? 'bf16'
    : nameOf(setup.gemmQuantisation, setup.precision);
  const experts = expertsOnlyInFourBit.has(model.name)
    ? 'mxfp4'
    : nameOf(setup.moeQuantisation, setup.precision);
  const [denseForm, expertForm] = [forms.get(dense), forms.get(experts)];
  if (denseForm === undefined || expertForm === undefined) {
    return refuse(
      'precision-unknown',
      `The precision ${denseForm === undefined ? dense : experts} is not known.`,
    );
  }
  return { dense: precisionOf(denseForm, part), experts: precisionOf(expertForm, part) };
}

type Form = { bytesPerWeight: number; rate: 'bf16' | 'fp8' | 'fp4'; integer?: true };

/** NVFP4: one fp8 scale per 16 weights; MXFP4: one 8-bit scale per 32 weights; integers: one 16-bit scale per 64. */
const forms: ReadonlyMap<string, Form> = new Map([
  ['bf16', { bytesPerWeight: 2, rate: 'bf16' }],
  ['fp16', { bytesPerWeight: 2, rate: 'bf16' }],
  ['fp8', { bytesPerWeight: 1, rate: 'fp8' }],
  ['fp8_block', { bytesPerWeight: 1, rate: 'fp8' }],
  ['fp4', { bytesPerWeight: 0.5 + 1 / 16, rate: 'fp4' }],
  ['nvfp4', { bytesPerWeight: 0.5 + 1 / 16, rate: 'fp4' }],
  ['mxfp4', { bytesPerWeight: 0.5 + 1 / 32, rate: 'fp4' }],
  ['int4', { bytesPerWeight: 0.5 + 2 / 64, rate: 'bf16', integer: true }],
  ['int4_wo', { bytesPerWeight: 0.5 + 2 / 64, rate: 'bf16', integer: true }],
]);

/** OpenAI's model card of gpt-oss (2025-08): the experts in MXFP4, everything else in 16 bit. */
const expertsOnlyInFourBit: ReadonlySet<string> = new Set(['openai/gpt-oss-120b', 'openai/gpt-oss-20b']);

function nameOf(column: string | null, weights: string | null): string {
  return (column ?? weights ?? 'bf16').toLowerCase();
}

/** A part without the format's own arithmetic widens the weights and multiplies in 16 bit. */
function precisionOf(form: Form, part: Accelerator): Precision {
  const half = part.bf16DenseTflops ?? Number.NaN;
  const rates = { bf16: half, fp8: part.fp8DenseTflops ?? half, fp4: part.fp4DenseTflops ?? half };
  return {
    bytesPerWeight: form.bytesPerWeight,
    tflops: rates[form.rate],
    integer: form.integer === true,
  };
}
