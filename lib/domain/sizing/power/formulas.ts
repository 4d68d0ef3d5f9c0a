import type { Formula } from '../../figure/formula.ts';

/** Electricity and what it emits. */
export const powerFormulas = {
  'accelerator-power': {
    inputs: ['gpus', 'wattsOfGpu', 'drawnShare', 'serverWattsPerGpu'],
    expression: 'gpus × (wattsOfGpu × drawnShare + serverWattsPerGpu) ÷ 1000',
    evaluate: (gpus = 0, wattsOfGpu = 0, drawnShare = 0, serverWattsPerGpu = 0) =>
      (gpus * (wattsOfGpu * drawnShare + serverWattsPerGpu)) / 1_000,
  },
  'accelerator-power-at-most': {
    inputs: ['gpus', 'wattsOfGpu', 'serverWattsPerGpu'],
    expression: 'gpus × (wattsOfGpu + serverWattsPerGpu) ÷ 1000',
    evaluate: (gpus = 0, wattsOfGpu = 0, serverWattsPerGpu = 0) =>
      (gpus * (wattsOfGpu + serverWattsPerGpu)) / 1_000,
  },
  'device-power': {
    inputs: ['devices', 'wattsOfDevice'],
    expression: 'devices × wattsOfDevice ÷ 1000',
    evaluate: (devices = 0, wattsOfDevice = 0) => (devices * wattsOfDevice) / 1_000,
  },
  'energy-per-month': {
    inputs: ['kilowatts', 'hoursPerMonth', 'effectiveness'],
    expression: 'kilowatts × hoursPerMonth × effectiveness',
    evaluate: (kilowatts = 0, hoursPerMonth = 0, effectiveness = 0) =>
      kilowatts * hoursPerMonth * effectiveness,
  },
  'energy-of-gpu-hours': {
    inputs: ['gpuHours', 'kilowatts', 'gpus', 'effectiveness'],
    expression: 'gpuHours × kilowatts ÷ gpus × effectiveness',
    evaluate: (gpuHours = 0, kilowatts = 0, gpus = Number.NaN, effectiveness = 0) =>
      gpuHours * (kilowatts / gpus) * effectiveness,
  },
  'emissions-kg': {
    inputs: ['kilowattHours', 'gramsPerKilowattHour'],
    expression: 'kilowattHours × gramsPerKilowattHour ÷ 1000',
    source: 'Location-based method of the GHG Protocol, scope 2 guidance (2015)',
    evaluate: (kilowattHours = 0, gramsPerKilowattHour = 0) => (kilowattHours * gramsPerKilowattHour) / 1_000,
  },
  'cost-of-emissions': {
    inputs: ['kilograms', 'usdPerTonne'],
    expression: 'kilograms ÷ 1000 × usdPerTonne',
    evaluate: (kilograms = 0, usdPerTonne = 0) => (kilograms / 1_000) * usdPerTonne,
  },
} as const satisfies Readonly<Record<string, Formula>>;
