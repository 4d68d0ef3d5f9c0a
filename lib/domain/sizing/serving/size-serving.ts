import type { Accelerator } from '../../catalogue/accelerator.ts';
import type { Figure } from '../../figure/figure.ts';
import { assumed } from '../../figure/leaves/assumed.ts';
import { measured } from '../../figure/leaves/catalogued.ts';
import type { Engine } from '../../figure/leaves/engine.ts';
import type { FigureUnit } from '../../figure/unit.ts';
import type { ServingLoad } from '../load/serving-load.ts';
import type { CandidateModel } from './candidate-models.ts';

/** An accelerator of which everything that serving needs is known. */
export type ServingPart = Accelerator & { memoryBandwidthGbPerSecond: number; bf16DenseTflops: number };

/** A replica of a model on some GPUs, and how many of them carry the load. Times are absent when the load is unknown. */
export type ServingSize = {
  gpusPerReplica: Figure;
  weightsMemory: Figure;
  replicas?: Figure | undefined;
  firstTokenTime?: Figure | undefined;
  answerTime?: Figure | undefined;
  replicaRequestsPerSecond?: Figure | undefined;
  requestsInFlight?: Figure | undefined;
};

/**
 * Sizes a replica under figures `<prefix>.*`: the smallest number of GPUs that holds the model, doubled as often as asked;
 * undefined when more than `mostGpus` would be needed. Weights are held in fp8 where the part computes in it, else in bf16; prompts are read at the bf16 rate. Mixture models
 * are taken to read all their weights per step, as they do in large batches. Coarse on purpose: the efficiencies are
 * assumptions with wide bands.
 */
export function sizeServing(
  engine: Engine,
  prefix: string,
  { model }: CandidateModel,
  part: ServingPart,
  doublings: number,
  mostGpus: number,
  load: ServingLoad,
  allowedTime: Figure | undefined,
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
        part.fp8DenseTflops === null ? 'precision.bf16-bytes' : 'quantisation.fp8-bytes',
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
  const utilisation = assumed(engine, 'serving.utilisation-target');
  const promptTime = ledger.compute(write('prompt-time', 'Time to read a prompt', 's'), 'prompt-time', {
    activeParameters:
      model.parametersActive === null || model.parametersActive === model.parametersTotal
        ? parameters
        : measured(engine, model, {
            column: 'parametersActive',
            label: `Parameters of ${model.name} active per token`,
            unit: 'parameters',
            value: model.parametersActive,
          }),
    inputTokens,
    tflopsOfGpu: fact('bf16DenseTflops', `Dense bf16 rate of ${part.model}`, 'tflops', part.bf16DenseTflops),
    gpus: gpusPerReplica,
    efficiency: assumed(engine, 'serving.prefill-efficiency'),
  });
  const firstTokenTime = ledger.compute(
    write('first-token-time', 'Time to the first words at the peak', 's'),
    'first-token-time',
    { promptTime, utilisation },
  );
  const readTime = (key: string, label: string, gigabytes: Figure) =>
    ledger.compute(write(key, label, 's'), 'memory-read-time', {
      gigabytes,
      bandwidthOfGpu: fact(
        'memoryBandwidth',
        `Memory bandwidth of ${part.model}`,
        'gb-per-second',
        part.memoryBandwidthGbPerSecond,
      ),
      gpus: gpusPerReplica,
      efficiency: assumed(engine, 'serving.decode-bandwidth-efficiency'),
    });
  const weightsTime = readTime('weights-time', 'Time to read the weights once', weightsMemory);
  const cacheTime = readTime('cache-time', 'Time to read the cache of one request once', cacheMemory);
  const limits = [
    ledger.compute(
      write('sequences-in-memory', 'Requests at once that fit into memory', 'count'),
      'sequences-in-memory',
      {
        replicaMemory,
        weightsMemory,
        cachePerRequest: cacheMemory,
      },
    ),
    assumed(engine, 'serving.max-batch'),
    ...(allowedTime === undefined
      ? []
      : [
          ledger.compute(
            write('sequences-in-time', 'Requests at once that are answered in the time allowed', 'count'),
            'sequences-in-time',
            { allowedTime, firstTokenTime, outputTokens, weightsTime, cacheTime, promptTime },
          ),
        ]),
  ];
  const sequences = ledger.compute(
    write('sequences', 'Requests at once per replica', 'count'),
    'smallest',
    limits,
  );
  const timePerOutputToken = ledger.compute(
    write('time-per-output-token', 'Time per token written at the peak', 's'),
    'time-per-output-token',
    { sequences, weightsTime, cacheTime, promptTime, outputTokens },
  );
  const answerTime = ledger.compute(
    write('answer-time', 'Time to the whole answer at the peak', 's'),
    'answer-time',
    {
      firstTokenTime,
      outputTokens,
      timePerOutputToken,
    },
  );
  const replicaRequestsPerSecond = ledger.compute(
    write('replica-requests-per-second', 'Requests per second of one replica', 'requests-per-second'),
    'replica-requests-per-second',
    { sequences, outputTokens, timePerOutputToken, utilisation },
  );
  return {
    gpusPerReplica,
    weightsMemory,
    firstTokenTime,
    answerTime,
    replicaRequestsPerSecond,
    requestsInFlight: ledger.compute(
      write('in-flight', 'Requests at once at the peak', 'count'),
      'requests-in-flight',
      {
        perSecond: peakRequestsPerSecond,
        secondsEach: answerTime,
      },
    ),
    replicas: ledger.compute(write('replicas', 'Replicas for the peak', 'count'), 'units-for-load', {
      load: peakRequestsPerSecond,
      loadOfOne: replicaRequestsPerSecond,
    }),
  };
}
