import type { UsableObservation } from '#lib/domain/sizing/serving/calibrated/fit/observation.ts';

/**
 * What a calculation on the back of an envelope says, ms: per output token all weights and the 16-bit caches of all
 * requests over the data sheet's bandwidth, to the first token 2 FLOP per active parameter over the data sheet's rate.
 */
export function naiveRoofline({ measurement, read }: UsableObservation): {
  timePerOutputTokenMs: number;
  timeToFirstTokenMs: number;
} {
  const { decode, prefill } = read;
  const context = measurement.inputTokens + measurement.outputTokens / 2;
  const caches = (decode.concurrency / decode.attentionData) * context * decode.cacheBytesPerToken;
  return {
    timePerOutputTokenMs: (decode.denseBytes + decode.expertBytes + caches) / decode.bytesPerMs,
    timeToFirstTokenMs: measurement.inputTokens * (prefill.denseMsPerToken + prefill.expertMsPerToken),
  };
}
