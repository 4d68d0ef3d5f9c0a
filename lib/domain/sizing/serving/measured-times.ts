import { assumption } from '../../catalogue/assumption-lookup.ts';
import type { Figure } from '../../figure/figure.ts';
import { assumed } from '../../figure/leaves/assumed.ts';
import { measured } from '../../figure/leaves/catalogued.ts';
import type { Engine } from '../../figure/leaves/engine.ts';
import type { Latency, Refusal } from './calibrated/setup.ts';
import { predictReplica, precisionOn, type ReplicaCase, type ReplicaPrediction } from './replica-case.ts';
import type { ReplicaTimes } from './replica-times.ts';
import { type AllowedTimes, requestsAtOnce } from './requests-at-once.ts';

/**
 * What a replica does by the model that is fitted to published measurements: its times are figures
 * `fact.fitted-serving:<set-up>.*` with the band of the fit, shared by all options of that set-up; the rest follows by
 * formulas under `<prefix>.*`. Or the refusal where the measurements do not carry the set-up.
 */
export function measuredTimes(
  engine: Engine,
  prefix: string,
  replica: ReplicaCase,
  peakRequestsPerSecond: Figure,
  allowed: AllowedTimes,
): ReplicaTimes | Refusal {
  const { catalogue, ledger } = engine;
  const utilisation = assumed(engine, 'serving.utilisation-target');
  const { serving } = catalogue.fitted;
  const chosen = requestsAtOnce((concurrency) => predictReplica(serving, replica, concurrency), {
    allowed,
    outputTokens: replica.outputTokens,
    peakRequestsPerSecond,
    utilisation: utilisation.value,
    most: assumption(catalogue, 'serving.max-batch').value,
  });
  if (chosen.kind === 'refusal') return chosen;
  const { sequences, firstTokenTime, timePerOutputToken } = leaves(engine, replica, chosen);
  const answerTime = ledger.compute(
    { id: `${prefix}.answer-time`, label: 'Time to the whole answer at the peak', unit: 's' },
    'answer-time',
    { firstTokenTime, outputTokens: replica.outputTokens, timePerOutputToken },
  );
  return {
    kind: 'times',
    firstTokenTime,
    answerTime,
    requestsPerSecond: ledger.compute(
      {
        id: `${prefix}.replica-requests-per-second`,
        label: 'Requests per second of one replica',
        unit: 'requests-per-second',
      },
      'requests-per-second-at-once',
      { sequences, answerTime, utilisation },
    ),
    keepsTimes: chosen.keepsTimes,
    caveat:
      chosen.notes.length === 0
        ? undefined
        : `Its times have a wider band than usual. ${chosen.notes.join(' ')}`,
  };
}

function leaves(engine: Engine, replica: ReplicaCase, prediction: ReplicaPrediction) {
  const { model, part, gpus, inputTokens, outputTokens } = replica;
  const { concurrency } = prediction;
  const name = model.name.slice(model.name.lastIndexOf('/') + 1);
  const lengths = `${lengthOf(inputTokens)}-in-${lengthOf(outputTokens)}-out`;
  const row = {
    id: `fitted-serving:${name}/${gpus}x${part.model}/${precisionOn(part)}/${lengths}/${concurrency}-at-once`,
    source: 'fitted-serving',
    asOf: engine.catalogue.fitted.serving.asOf,
  } as const;
  const time = (column: string, label: string, { p10, p50, p90 }: Latency) =>
    measured(engine, row, {
      column,
      label: `${label}, ${name} on ${gpus} ${part.model}`,
      unit: 's',
      value: p50 / 1_000,
      band: { p10: p10 / 1_000, p90: p90 / 1_000 },
    });
  return {
    sequences: measured(engine, row, {
      column: 'concurrency',
      label: `Requests at once per replica, ${name} on ${gpus} ${part.model}`,
      unit: 'count',
      value: concurrency,
    }),
    firstTokenTime: time('timeToFirstToken', 'Time to the first words', prediction.timeToFirstTokenMs),
    timePerOutputToken: time('timePerOutputToken', 'Time per token written', prediction.timePerOutputTokenMs),
  };
}

/** A length as part of an id: its range too, since the band rests on it. */
function lengthOf({ value, band }: Figure): string {
  const ends = band === undefined ? [value] : [band.p10, value, band.p90];
  return ends.map((length) => String(Number(length.toPrecision(6)))).join('-');
}
