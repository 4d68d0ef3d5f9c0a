import { requestsWithRoom } from './cache-room.ts';
import { engineFactor, integerFactor, type ServingCoefficients } from './coefficient-names.ts';
import { type DecodeStep, decodeStep } from './decode-step.ts';
import { promptTimeMs } from './prompt-time.ts';
import type { ServingCase } from './serving-case.ts';

/** Median latencies of a load, ms, and what the band depends on. */
export type Latencies = {
  readonly timePerOutputTokenMs: number;
  readonly timeToFirstTokenMs: number;
  readonly inFlight: number;
  /** Requests that memory has room for. */
  readonly room: number;
  /** Time for others' prompts over the time of a step. */
  readonly interference: number;
};

/**
 * One pool that reads prompts between steps: while a request writes its answer, every other one in flight is replaced
 * once, so each step carries `in flight / output tokens` prompts (Little's law in a closed loop).
 */
export function onePoolLatencies(at: ServingCase, coefficients: ServingCoefficients): Latencies {
  const { inFlight, room, step, perGroup } = stepOf(at, coefficients);
  const prompt = promptTimeMs(at, {
    dense: coefficients['prompt-dense-share'] * engineFactor(coefficients, 'prompt', at.engine),
    experts: coefficients['prompt-expert-share'],
    link: coefficients['link-share'],
    integer: integerFactor(coefficients, at),
  });
  const met = at.burst ? coefficients['prompt-burst-share'] : 1;
  const others = ((met * perGroup) / at.outputTokens) * prompt;
  const timePerOutputTokenMs = step.ms + others;
  const alone = promptAloneMs(at, coefficients);
  const queue = at.burst
    ? coefficients['queue-burst-share']
    : coefficients['queue-share'] * engineFactor(coefficients, 'queue', at.engine);
  const timeToFirstTokenMs =
    startMs(at, step, coefficients) +
    alone * (1 + queue * (perGroup - 1)) +
    roomWaitMs(at, room, timePerOutputTokenMs, coefficients);
  return { timePerOutputTokenMs, timeToFirstTokenMs, inFlight, room, interference: others / step.ms };
}

/** Separate pools: answers are not held up by prompts, and the cache travels from one pool to the other. */
export function separatePoolLatencies(
  decode: ServingCase,
  prefill: ServingCase,
  coefficients: ServingCoefficients,
): Latencies {
  const { inFlight, room, step } = stepOf(decode, coefficients);
  const timePerOutputTokenMs = step.ms * coefficients['pools-step'];
  const waiting = Math.max(0, prefill.concurrency / prefill.attentionData - 1);
  const timeToFirstTokenMs =
    startMs(decode, step, coefficients) +
    coefficients['pools-handoff-ms'] +
    promptAloneMs(prefill, coefficients) * (1 + coefficients['pools-queue-share'] * waiting) +
    roomWaitMs(decode, room, timePerOutputTokenMs, coefficients);
  return { timePerOutputTokenMs, timeToFirstTokenMs, inFlight, room, interference: 0 };
}

function stepOf(at: ServingCase, coefficients: ServingCoefficients) {
  const room = requestsWithRoom(at, coefficients);
  const inFlight = Math.min(at.concurrency, room);
  const step: DecodeStep = decodeStep(at, inFlight, coefficients);
  return { inFlight, room, step, perGroup: Math.max(1, inFlight / at.attentionData) };
}

/** Reading a prompt as the first token sees it: measured apart, since engines batch and chunk prompts differently. */
function promptAloneMs(at: ServingCase, coefficients: ServingCoefficients): number {
  return promptTimeMs(at, {
    dense: coefficients['first-dense-share'] * engineFactor(coefficients, 'reading', at.engine),
    experts: coefficients['first-expert-share'],
    link: coefficients['link-share'],
    integer: integerFactor(coefficients, at),
  });
}

/** Scheduling, a pass that launches every layer without captured graphs, and the steps that are under way. */
function startMs(at: ServingCase, step: DecodeStep, coefficients: ServingCoefficients): number {
  return (
    coefficients['first-ms'] * engineFactor(coefficients, 'first', at.engine) +
    coefficients['first-layers'] * step.layersMs +
    coefficients['first-steps'] * step.ms
  );
}

/** A request without room waits for the answers before it. */
function roomWaitMs(
  at: ServingCase,
  room: number,
  timePerOutputTokenMs: number,
  coefficients: ServingCoefficients,
): number {
  const generations = Math.max(0, at.concurrency / room - 1);
  return coefficients['room-wait-share'] * generations * at.outputTokens * timePerOutputTokenMs;
}
