import type { Accelerator } from '../../../catalogue/accelerator.ts';
import type { LanguageModel } from '../../../catalogue/language-model.ts';
import { bandAround, spreadAt } from './band.ts';
import { cacheBytesPerToken } from './cache-room.ts';
import { distanceFrom } from './distance.ts';
import type { FittedServing } from './fitted-serving.ts';
import { type Latencies, onePoolLatencies, separatePoolLatencies } from './latencies.ts';
import { type ReadCase, readCase } from './read-case.ts';
import type { Refusal, ServingPrediction, ServingSetup } from './setup.ts';

/**
 * Time to first token and per output token of a set-up with 80 % bands (ms), output tokens per second and GPU, and
 * memory per GPU (GiB); or a refusal with its reason. A roofline of inference (Williams et al., 2009; Pope et al., 2022)
 * whose achieved shares, overheads and bands are fitted to measurements. Never throws.
 *
 * @param setup tokens per request, requests at the same time, GPUs and how they share the model
 * @param model shape of the model
 * @param accelerator data sheet of the GPU
 * @param fitted the stored fit, from `readFittedServing`
 */
export function predictServing(
  setup: ServingSetup,
  model: LanguageModel,
  accelerator: Accelerator,
  fitted: FittedServing,
): ServingPrediction | Refusal {
  const read = readCase(setup, model, accelerator);
  if (read.kind === 'refusal') return read;
  const distance = distanceFrom(fitted.measured, setup, model, accelerator, read);
  if ('kind' in distance) return distance;
  const latencies = latenciesOf(setup, read, fitted);
  const bands = setup.mode === 'agg' ? fitted.bands.onePool : fitted.bands.separatePools;
  const around = (medianMs: number, band: typeof bands.timePerOutputToken) =>
    bandAround(medianMs, spreadAt(band.spread, latencies, read.decode.concurrency), band, distance.widening);
  const { deployment } = read;
  return {
    kind: 'prediction',
    timeToFirstTokenMs: around(latencies.timeToFirstTokenMs, bands.timeToFirstToken),
    timePerOutputTokenMs: around(latencies.timePerOutputTokenMs, bands.timePerOutputToken),
    tokensPerSecondPerGpu: tokensPerSecond(setup, read, latencies) / deployment.gpus,
    memoryGibPerGpu: memoryGib(read, latencies, fitted),
    requestsInFlight: latencies.inFlight,
    notes: deployment.note === null ? distance.notes : [deployment.note, ...distance.notes],
  };
}

/** Median latencies of a read set-up. */
export function latenciesOf(
  setup: Pick<ServingSetup, 'mode'>,
  { decode, prefill }: ReadCase,
  { coefficients }: Pick<FittedServing, 'coefficients'>,
): Latencies {
  return setup.mode === 'agg'
    ? onePoolLatencies(decode, coefficients)
    : separatePoolLatencies(decode, prefill, coefficients);
}

/** Little's law: requests at all workers over the time each takes, times the tokens that each writes. */
function tokensPerSecond(setup: ServingSetup, { deployment }: ReadCase, latencies: Latencies): number {
  const { decode } = deployment;
  const workers = setup.mode === 'agg' ? 1 : (setup.decodeWorkers ?? 1);
  const seconds =
    (latencies.timeToFirstTokenMs + setup.outputTokens * latencies.timePerOutputTokenMs) / 1_000;
  return (decode.concurrency * workers * setup.outputTokens) / seconds;
}

/** Weights and caches on each GPU of the pool that writes answers, GiB. */
function memoryGib({ decode }: ReadCase, { inFlight }: Latencies, { coefficients }: FittedServing): number {
  const tokens = (inFlight / decode.attentionData) * (decode.inputTokens + decode.outputTokens / 2);
  return (decode.weightBytes + tokens * cacheBytesPerToken(decode, coefficients)) / 2 ** 30;
}
