import type { Formula } from '../../figure/formula.ts';

const gibPerGb = 1e9 / 2 ** 30;

/** Machines without accelerators: vCPU, memory, redundancy. */
export const machineFormulas = {
  'vcpus-at-peak': {
    inputs: ['vcpus', 'utilisation'],
    expression: 'vcpus ÷ utilisation',
    evaluate: (vcpus = 0, utilisation = Number.NaN) => vcpus / utilisation,
  },
  'vcpus-at-scaled-peak': {
    inputs: ['vcpus', 'peak', 'average', 'utilisation'],
    expression: 'vcpus × peak ÷ average ÷ utilisation, where the peak is at least the average',
    evaluate: (vcpus = 0, peak = 0, average = Number.NaN, utilisation = Number.NaN) =>
      (vcpus * Math.max(1, peak / average)) / utilisation,
  },
  'vcpus-for-requests': {
    inputs: ['perSecond', 'perVcpuSecond', 'utilisation'],
    expression: 'perSecond ÷ perVcpuSecond ÷ utilisation',
    evaluate: (perSecond = 0, perVcpuSecond = Number.NaN, utilisation = Number.NaN) =>
      perSecond / perVcpuSecond / utilisation,
  },
  'gib-from-gb': {
    inputs: ['gigabytes'],
    expression: 'gigabytes × 10⁹ ÷ 2³⁰',
    evaluate: (gigabytes = 0) => gigabytes * gibPerGb,
  },
  'index-memory': {
    inputs: ['vectors', 'dimensions', 'bytesPerDimension', 'overheadFactor'],
    expression: 'vectors × dimensions × bytesPerDimension × overheadFactor ÷ 2³⁰',
    evaluate: (vectors = 0, dimensions = 0, bytesPerDimension = 0, overheadFactor = 0) =>
      (vectors * dimensions * bytesPerDimension * overheadFactor) / 2 ** 30,
  },
  'machines-for-vcpus-and-memory': {
    inputs: ['vcpusNeeded', 'vcpusOfMachine', 'memoryNeeded', 'memoryOfMachine'],
    expression:
      'the larger of vcpusNeeded ÷ vcpusOfMachine and memoryNeeded ÷ memoryOfMachine, rounded up, at least 1',
    evaluate: (
      vcpusNeeded = 0,
      vcpusOfMachine = Number.NaN,
      memoryNeeded = 0,
      memoryOfMachine = Number.NaN,
    ) => Math.max(1, Math.ceil(vcpusNeeded / vcpusOfMachine), Math.ceil(memoryNeeded / memoryOfMachine)),
  },
  'machines-in-second-region': {
    inputs: ['machines', 'share'],
    expression: 'machines × share, rounded up',
    evaluate: (machines = 0, share = 0) => Math.ceil(machines * share - 1e-9),
  },
  'same-in-second-region': {
    inputs: ['machines'],
    expression: 'machines',
    evaluate: (machines = 0) => machines,
  },
  'one-more': {
    inputs: ['count'],
    expression: 'count + 1',
    source: 'N + 1: one unit may fail or be in maintenance while the load is served',
    evaluate: (count = 0) => count + 1,
  },
} as const satisfies Readonly<Record<string, Formula>>;
