import type { Formula } from '../../figure/formula.ts';

/** Training and fine-tuning: arithmetic, time, memory. */
export const trainingFormulas = {
  'training-gpu-hours': {
    inputs: ['parameters', 'tokens', 'tflopsOfGpu', 'utilisation', 'restartShare'],
    expression: '6 × parameters × tokens ÷ (tflopsOfGpu × 10¹² × utilisation) ÷ 3600 × (1 + restartShare)',
    source:
      'Six FLOP per parameter and token (Kaplan et al., Scaling Laws for Neural Language Models, 2020, section 2.1)',
    evaluate: (parameters = 0, tokens = 0, tflopsOfGpu = 0, utilisation = 0, restartShare = 0) =>
      ((6 * parameters * tokens) / (tflopsOfGpu * 1e12 * utilisation) / 3_600) * (1 + restartShare),
  },
  'adapter-gpu-hours': {
    inputs: ['parameters', 'tokens', 'tflopsOfGpu', 'utilisation', 'restartShare'],
    expression: '4 × parameters × tokens ÷ (tflopsOfGpu × 10¹² × utilisation) ÷ 3600 × (1 + restartShare)',
    source:
      'Forward pass and gradients of the activations, two FLOP each per parameter and token; frozen weights need no gradient of their own',
    evaluate: (parameters = 0, tokens = 0, tflopsOfGpu = 0, utilisation = 0, restartShare = 0) =>
      ((4 * parameters * tokens) / (tflopsOfGpu * 1e12 * utilisation) / 3_600) * (1 + restartShare),
  },
  'learned-training-gpu-hours': {
    inputs: ['parameters', 'tokens', 'tflopsOfGpu', 'utilisation'],
    expression: '6 × parameters × tokens ÷ (tflopsOfGpu × 10¹² × utilisation) ÷ 3600',
    source:
      'Six FLOP per parameter and token (Kaplan et al., Scaling Laws for Neural Language Models, 2020, section 2.1); restarts and evaluation are in the utilisation, which is learned from whole runs',
    evaluate: (parameters = 0, tokens = 0, tflopsOfGpu = 0, utilisation = 0) =>
      (6 * parameters * tokens) / (tflopsOfGpu * 1e12 * utilisation) / 3_600,
  },
  'learned-adapter-gpu-hours': {
    inputs: ['parameters', 'tokens', 'tflopsOfGpu', 'utilisation'],
    expression: '4 × parameters × tokens ÷ (tflopsOfGpu × 10¹² × utilisation) ÷ 3600',
    source:
      'Forward pass and gradients of the activations, two FLOP each per parameter and token; frozen weights need no gradient of their own; restarts and evaluation are in the utilisation, which is learned from whole runs',
    evaluate: (parameters = 0, tokens = 0, tflopsOfGpu = 0, utilisation = 0) =>
      (4 * parameters * tokens) / (tflopsOfGpu * 1e12 * utilisation) / 3_600,
  },
  'state-memory': {
    inputs: ['parameters', 'bytesPerParameter'],
    expression: 'parameters × bytesPerParameter ÷ 10⁹',
    evaluate: (parameters = 0, bytesPerParameter = 0) => (parameters * bytesPerParameter) / 1e9,
  },
  'adapter-memory': {
    inputs: ['parameters', 'bytesPerParameter', 'factor'],
    expression: 'parameters × bytesPerParameter × factor ÷ 10⁹',
    evaluate: (parameters = 0, bytesPerParameter = 0, factor = 0) =>
      (parameters * bytesPerParameter * factor) / 1e9,
  },
  'wall-time': {
    inputs: ['gpuHours', 'gpus'],
    expression: 'gpuHours ÷ gpus × 3600 seconds',
    evaluate: (gpuHours = 0, gpus = Number.NaN) => (gpuHours / gpus) * 3_600,
  },
  'gpus-for-deadline': {
    decision: true,
    inputs: ['gpuHours', 'deadline', 'computingShare', 'gpusOfMachine'],
    expression:
      'gpuHours × 3600 ÷ (deadline × computingShare), rounded up to whole machines of gpusOfMachine',
    evaluate: (
      gpuHours = 0,
      deadline = Number.NaN,
      computingShare = Number.NaN,
      gpusOfMachine = Number.NaN,
    ) =>
      Math.max(1, Math.ceil((gpuHours * 3_600) / (deadline * computingShare) / gpusOfMachine)) *
      gpusOfMachine,
  },
  'gpus-for-memory': {
    decision: true,
    inputs: ['memoryNeeded', 'memoryOfGpu', 'gpusOfMachine'],
    expression: 'memoryNeeded ÷ memoryOfGpu, rounded up to whole machines of gpusOfMachine',
    evaluate: (memoryNeeded = 0, memoryOfGpu = Number.NaN, gpusOfMachine = Number.NaN) =>
      Math.max(1, Math.ceil(memoryNeeded / memoryOfGpu / gpusOfMachine)) * gpusOfMachine,
  },
} as const satisfies Readonly<Record<string, Formula>>;
