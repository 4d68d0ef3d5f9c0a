import type { Figure } from '../../figure/figure.ts';
import { assumed } from '../../figure/leaves/assumed.ts';
import { measured } from '../../figure/leaves/catalogued.ts';
import type { Engine } from '../../figure/leaves/engine.ts';
import type { FigureUnit } from '../../figure/unit.ts';
import type { CandidateModel } from './candidate-models.ts';
import type { ReplicaTimes } from './replica-times.ts';
import type { AllowedTimes, Certainty } from './requests-at-once.ts';
import type { ServingPart } from './serving-part.ts';

/** A replica as its memory shapes it, and the lengths of its requests. */
export type RooflineCase = {
  model: CandidateModel['model'];
  part: ServingPart;
  gpusPerReplica: Figure;
  parameters: Figure;
  weightsMemory: Figure;
  cacheMemory: Figure;
  replicaMemory: Figure;
  inputTokens: Figure;
  outputTokens: Figure;
};

/**
 * What a replica does by the data sheet and assumed efficiencies, as figures `<prefix>.*`, where measurements do not carry
 * the set-up. Prompts are read at the bf16 rate; mixture models are taken to read all their weights per step, as they do in
 * large batches. Coarse on purpose: the efficiencies have wide bands.
 */
export function rooflineTimes(
  engine: Engine,
  prefix: string,
  replica: RooflineCase,
  allowed: AllowedTimes,
): Omit<ReplicaTimes, 'caveat'> {
  const { ledger } = engine;
  const { model, part, gpusPerReplica, parameters, weightsMemory, cacheMemory, replicaMemory } = replica;
  const { inputTokens, outputTokens } = replica;
  const write = (key: string, label: string, unit: FigureUnit) => ({ id: `${prefix}.${key}`, label, unit });
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
    tflopsOfGpu: measured(engine, part, {
      column: 'bf16DenseTflops',
      label: `Dense bf16 rate of ${part.model}`,
      unit: 'tflops',
      value: part.bf16DenseTflops,
    }),
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
      bandwidthOfGpu: measured(engine, part, {
        column: 'memoryBandwidth',
        label: `Memory bandwidth of ${part.model}`,
        unit: 'gb-per-second',
        value: part.memoryBandwidthGbPerSecond,
      }),
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
    ...(allowed.total === undefined
      ? []
      : [
          ledger.compute(
            write('sequences-in-time', 'Requests at once that are answered in the time allowed', 'count'),
            'sequences-in-time',
            { allowedTime: allowed.total, firstTokenTime, outputTokens, weightsTime, cacheTime, promptTime },
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
  const requestsPerSecond = ledger.compute(
    write('replica-requests-per-second', 'Requests per second of one replica', 'requests-per-second'),
    'replica-requests-per-second',
    { sequences, outputTokens, timePerOutputToken, utilisation },
  );
  return {
    kind: 'times',
    firstTokenTime,
    answerTime,
    requestsPerSecond,
    keepsTimes: keepsTimes(firstTokenTime, answerTime, allowed),
  };
}

/** Never surely: nobody has measured how far off this calculation is. */
function keepsTimes(firstTokenTime: Figure, answerTime: Figure, { first, total }: AllowedTimes): Certainty {
  if (first === undefined && total === undefined) return 'surely';
  const kept =
    firstTokenTime.value <= (first?.value ?? Infinity) && answerTime.value <= (total?.value ?? Infinity);
  return kept ? 'likely' : 'no';
}
