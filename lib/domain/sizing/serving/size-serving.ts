import type { Figure } from '../../figure/figure.ts';
import { assumed } from '../../figure/leaves/assumed.ts';
import { measured } from '../../figure/leaves/catalogued.ts';
import type { Engine } from '../../figure/leaves/engine.ts';
import type { FigureUnit } from '../../figure/unit.ts';
import type { ServingLoad } from '../load/serving-load.ts';
import type { Prose } from '../../gate/prose.ts';
import type { CandidateModel } from './candidate-models.ts';
import { measuredTimes } from './measured-times.ts';
import { precisionOn } from './replica-case.ts';
import type { ReplicaTimes } from './replica-times.ts';
import type { AllowedTimes, Certainty } from './requests-at-once.ts';
import { type RooflineCase, rooflineTimes } from './roofline-times.ts';
import type { ServingPart } from './serving-part.ts';
import { whyNotMeasured } from './why-not-measured.ts';

/** A replica of a model on some GPUs, and how many of them carry the load. Times are absent when the load is unknown. */
export type ServingSize = {
  gpusPerReplica: Figure;
  weightsMemory: Figure;
  replicas?: Figure | undefined;
  firstTokenTime?: Figure | undefined;
  answerTime?: Figure | undefined;
  replicaRequestsPerSecond?: Figure | undefined;
  requestsInFlight?: Figure | undefined;
  /** Whether it keeps the stated times: over the whole band, in the base case, or not. */
  keepsTimes?: Certainty | undefined;
  /** What a reader must know of the times. */
  caveat?: Prose | undefined;
};

/**
 * Sizes a replica under figures `<prefix>.*`: the smallest number of GPUs that holds the model, doubled as often as asked;
 * undefined when more than `mostGpus` would be needed. Weights are held in fp8 where the part computes in it, else in
 * bf16. Times come from the model fitted to published measurements; where that refuses, from the data sheet.
 */
export function sizeServing(
  engine: Engine,
  prefix: string,
  { model }: CandidateModel,
  part: ServingPart,
  doublings: number,
  mostGpus: number,
  load: ServingLoad,
  allowed: AllowedTimes,
): ServingSize | undefined {
  const { ledger } = engine;
  const write = (key: string, label: string, unit: FigureUnit) => ({ id: `${prefix}.${key}`, label, unit });
  const fact = (column: string, label: string, unit: FigureUnit, value: number) =>
    measured(engine, part, { column, label, unit, value });
  const parameters = measured(engine, model, {
    column: 'parametersTotal',
    label: `Parameters of ${model.name}`,
    unit: 'parameters',
    value: model.parametersTotal,
  });
  const weightsMemory = ledger.compute(
    write('weights', `Memory for the weights of ${model.name}`, 'gb'),
    'weights-memory',
    {
      parameters,
      bytesPerParameter: assumed(
        engine,
        precisionOn(part) === 'bf16' ? 'precision.bf16-bytes' : 'quantisation.fp8-bytes',
      ),
      overheadShare: assumed(engine, 'serving.weights-overhead-share'),
    },
  );
  const memoryOfGpu = fact('memoryGb', `Memory of ${part.model}`, 'gb', part.memoryGb);
  const usableShare = assumed(engine, 'serving.memory-utilisation');
  let gpusPerReplica = ledger.compute(
    write('gpus-that-hold', 'GPUs that hold the model', 'gpus'),
    'gpus-that-hold',
    {
      weightsMemory,
      memoryOfGpu,
      usableShare,
    },
  );
  for (let doubled = 1; doubled <= doublings; doubled++) {
    gpusPerReplica = ledger.compute(
      write(`gpus-doubled-${doubled}`, 'GPUs of a replica, for speed', 'gpus'),
      'twice',
      {
        count: gpusPerReplica,
      },
    );
  }
  if (gpusPerReplica.value > mostGpus) return undefined;
  const { inputTokens, outputTokens, peakRequestsPerSecond } = load;
  if (inputTokens === undefined || outputTokens === undefined || peakRequestsPerSecond === undefined)
    return { gpusPerReplica, weightsMemory };

  const cacheMemory = ledger.compute(
    write('cache-per-request', 'Memory for the cache of one request', 'gb'),
    'cache-memory-of-a-request',
    {
      inputTokens,
      outputTokens,
      bytesPerTokenAt16Bit: measured(engine, model, {
        column: 'kvBytesPerTokenBf16',
        label: `Cache per token of ${model.name} at 16 bit`,
        unit: 'bytes',
        value: model.kvBytesPerTokenBf16,
      }),
      bytesPerElement: assumed(engine, 'serving.kv-precision-bytes'),
    },
  );
  const replicaMemory = ledger.compute(
    write('replica-memory', 'Usable memory of a replica', 'gb'),
    'replica-memory',
    {
      memoryOfGpu,
      gpus: gpusPerReplica,
      usableShare,
    },
  );
  if (weightsMemory.value + cacheMemory.value > replicaMemory.value) return undefined;
  const times = replicaTimes(engine, prefix, peakRequestsPerSecond, allowed, {
    model,
    part,
    gpusPerReplica,
    parameters,
    weightsMemory,
    cacheMemory,
    replicaMemory,
    inputTokens,
    outputTokens,
  });
  return {
    gpusPerReplica,
    weightsMemory,
    firstTokenTime: times.firstTokenTime,
    answerTime: times.answerTime,
    replicaRequestsPerSecond: times.requestsPerSecond,
    keepsTimes: times.keepsTimes,
    caveat: times.caveat,
    requestsInFlight: ledger.compute(
      write('in-flight', 'Requests at once at the peak', 'count'),
      'requests-in-flight',
      { perSecond: peakRequestsPerSecond, secondsEach: times.answerTime },
    ),
    replicas: ledger.compute(write('replicas', 'Replicas for the peak', 'count'), 'units-for-load', {
      load: peakRequestsPerSecond,
      loadOfOne: times.requestsPerSecond,
    }),
  };
}

/** By the fitted model where measurements carry the set-up; else by the data sheet, and the reason is said. */
function replicaTimes(
  engine: Engine,
  prefix: string,
  peak: Figure,
  allowed: AllowedTimes,
  replica: RooflineCase,
): ReplicaTimes {
  const { model, part, gpusPerReplica, inputTokens, outputTokens } = replica;
  const fitted = { model, part, gpus: gpusPerReplica.value, inputTokens, outputTokens };
  const found = measuredTimes(engine, prefix, fitted, peak, allowed);
  if (found.kind === 'times') return found;
  return { ...rooflineTimes(engine, prefix, replica, allowed), caveat: whyNotMeasured[found.reason] };
}
