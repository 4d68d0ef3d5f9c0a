import type { Formula } from '../../figure/formula.ts';

const roofline =
  'Roofline of transformer inference: reading a prompt is bound by arithmetic (2 FLOP per active parameter and token), writing by memory bandwidth (Pope et al., Efficiently Scaling Transformer Inference, 2022)';

/**
 * Serving a language model. A replica decodes up to `sequences` requests together; a token of all of them takes one pass
 * over the weights and their caches, and each request also costs its prompt once. GB are 10^9 bytes, times are seconds.
 */
export const servingFormulas = {
  'weights-memory': {
    inputs: ['parameters', 'bytesPerParameter', 'overheadShare'],
    expression: 'parameters × bytesPerParameter × (1 + overheadShare) ÷ 10⁹',
    evaluate: (parameters = 0, bytesPerParameter = 0, overheadShare = 0) =>
      (parameters * bytesPerParameter * (1 + overheadShare)) / 1e9,
  },
  'cache-memory-of-a-request': {
    inputs: ['inputTokens', 'outputTokens', 'bytesPerTokenAt16Bit', 'bytesPerElement'],
    expression: '(inputTokens + outputTokens) × bytesPerTokenAt16Bit × bytesPerElement/2 ÷ 10⁹',
    evaluate: (inputTokens = 0, outputTokens = 0, bytesPerTokenAt16Bit = 0, bytesPerElement = 0) =>
      ((inputTokens + outputTokens) * bytesPerTokenAt16Bit * bytesPerElement) / 2 / 1e9,
  },
  'gpus-that-hold': {
    decision: true,
    inputs: ['weightsMemory', 'memoryOfGpu', 'usableShare'],
    expression:
      'the smallest power of two of GPUs of which the weights fill at most three quarters of the usable memory, the rest being for caches',
    evaluate: (weightsMemory = 0, memoryOfGpu = Number.NaN, usableShare = Number.NaN) =>
      2 ** Math.max(0, Math.ceil(Math.log2(weightsMemory / (0.75 * memoryOfGpu * usableShare)))),
  },
  twice: {
    decision: true,
    inputs: ['count'],
    expression: 'count × 2',
    evaluate: (count = 0) => count * 2,
  },
  'replica-memory': {
    inputs: ['memoryOfGpu', 'gpus', 'usableShare'],
    expression: 'memoryOfGpu × gpus × usableShare',
    evaluate: (memoryOfGpu = 0, gpus = 0, usableShare = 0) => memoryOfGpu * gpus * usableShare,
  },
  'sequences-in-memory': {
    inputs: ['replicaMemory', 'weightsMemory', 'cachePerRequest'],
    expression: '(replicaMemory − weightsMemory) ÷ cachePerRequest, at least 1',
    evaluate: (replicaMemory = 0, weightsMemory = 0, cachePerRequest = 0) =>
      atLeastOne((replicaMemory - weightsMemory) / Math.max(cachePerRequest, 1e-9)),
  },
  'prompt-time': {
    inputs: ['activeParameters', 'inputTokens', 'tflopsOfGpu', 'gpus', 'efficiency'],
    expression: '2 × activeParameters × inputTokens ÷ (tflopsOfGpu × 10¹² × gpus × efficiency)',
    source: roofline,
    evaluate: (activeParameters = 0, inputTokens = 0, tflopsOfGpu = 0, gpus = 0, efficiency = 0) =>
      (2 * activeParameters * inputTokens) / (tflopsOfGpu * 1e12 * gpus * efficiency),
  },
  'first-token-time': {
    inputs: ['promptTime', 'utilisation'],
    expression: 'promptTime ÷ (1 − utilisation)',
    source: 'Waiting before one server at that utilisation, M/M/1 queue',
    evaluate: (promptTime = 0, utilisation = 0) => promptTime / (1 - utilisation),
  },
  'memory-read-time': {
    inputs: ['gigabytes', 'bandwidthOfGpu', 'gpus', 'efficiency'],
    expression: 'gigabytes ÷ (bandwidthOfGpu × gpus × efficiency)',
    source: roofline,
    evaluate: (gigabytes = 0, bandwidthOfGpu = 0, gpus = 0, efficiency = 0) =>
      gigabytes / (bandwidthOfGpu * gpus * efficiency),
  },
  'sequences-in-time': {
    inputs: ['allowedTime', 'firstTokenTime', 'outputTokens', 'weightsTime', 'cacheTime', 'promptTime'],
    expression:
      '(allowedTime − firstTokenTime − outputTokens × weightsTime) ÷ (outputTokens × cacheTime + promptTime), at least 1',
    evaluate: (
      allowedTime = 0,
      firstTokenTime = 0,
      outputTokens = 0,
      weightsTime = 0,
      cacheTime = 0,
      promptTime = 0,
    ) =>
      atLeastOne(
        (allowedTime - firstTokenTime - outputTokens * weightsTime) /
          Math.max(outputTokens * cacheTime + promptTime, 1e-9),
      ),
  },
  'time-per-output-token': {
    inputs: ['sequences', 'weightsTime', 'cacheTime', 'promptTime', 'outputTokens'],
    expression: 'weightsTime + sequences × (cacheTime + promptTime ÷ outputTokens)',
    source: roofline,
    evaluate: (sequences = 0, weightsTime = 0, cacheTime = 0, promptTime = 0, outputTokens = 0) =>
      weightsTime + sequences * (cacheTime + promptTime / Math.max(outputTokens, 1)),
  },
  'answer-time': {
    inputs: ['firstTokenTime', 'outputTokens', 'timePerOutputToken'],
    expression: 'firstTokenTime + outputTokens × timePerOutputToken',
    evaluate: (firstTokenTime = 0, outputTokens = 0, timePerOutputToken = 0) =>
      firstTokenTime + outputTokens * timePerOutputToken,
  },
  'replica-requests-per-second': {
    inputs: ['sequences', 'outputTokens', 'timePerOutputToken', 'utilisation'],
    expression: 'sequences ÷ (outputTokens × timePerOutputToken) × utilisation',
    evaluate: (sequences = 0, outputTokens = 0, timePerOutputToken = 0, utilisation = 0) =>
      (sequences / (Math.max(outputTokens, 1) * timePerOutputToken)) * utilisation,
  },
  'requests-per-second-at-once': {
    inputs: ['sequences', 'answerTime', 'utilisation'],
    expression: 'sequences ÷ answerTime × utilisation',
    source: "Little's law (J. D. C. Little, Operations Research 9, 1961)",
    evaluate: (sequences = 0, answerTime = Number.NaN, utilisation = 0) =>
      (sequences / answerTime) * utilisation,
  },
  'units-for-load': {
    inputs: ['load', 'loadOfOne'],
    expression: 'load ÷ loadOfOne, rounded up, at least 1',
    evaluate: (load = 0, loadOfOne = Number.NaN) => Math.max(1, roundUp(load / loadOfOne)),
  },
  'machines-for-replicas': {
    inputs: ['replicas', 'gpusOfReplica', 'gpusOfMachine'],
    expression: 'replicas × gpusOfReplica ÷ gpusOfMachine, rounded up',
    evaluate: (replicas = 0, gpusOfReplica = 0, gpusOfMachine = Number.NaN) =>
      roundUp((replicas * gpusOfReplica) / gpusOfMachine),
  },
} as const satisfies Readonly<Record<string, Formula>>;

function atLeastOne(value: number): number {
  return Math.max(1, Math.floor(value));
}

/** Rounds up, forgiving what binary fractions add to a whole number. */
function roundUp(value: number): number {
  return Math.ceil(value - 1e-9);
}
