import type { Figure } from '../../figure/figure.ts';
import type { Refusal } from './calibrated/setup.ts';
import type { ReplicaPrediction } from './replica-case.ts';

/** The stated times that an answer may take; absent where the client stated none. */
export type AllowedTimes = { readonly first: Figure | undefined; readonly total: Figure | undefined };

/** Whether stated times are kept over the whole band, in the base case, or not. */
export type Certainty = 'surely' | 'likely' | 'no';

export type Demand = {
  readonly allowed: AllowedTimes;
  readonly outputTokens: Figure;
  readonly peakRequestsPerSecond: Figure;
  /** Share of its capacity that a replica carries at the peak. */
  readonly utilisation: number;
  readonly most: number;
};

/**
 * How many requests a replica takes at once: of the powers of two up to `most` that memory has room for, those that keep
 * the stated times over the whole band, else those that do in the base case, else one. Of them the fewest replicas for the
 * peak; of equal ones the fewest requests at once that still carry the upper end of the peak, since more would only make
 * each one slower, else the most capacity. A refusal where not even one request can be predicted.
 */
export function requestsAtOnce(
  predict: (concurrency: number) => ReplicaPrediction | Refusal,
  demand: Demand,
): (ReplicaPrediction & { keepsTimes: Certainty }) | Refusal {
  const one = predict(1);
  if (one.kind === 'refusal') return one;
  const tried = [judge(one, demand)];
  for (let concurrency = 2; concurrency <= demand.most; concurrency *= 2) {
    const more = predict(concurrency);
    if (more.kind === 'refusal' || !more.fitsInMemory) break;
    tried.push(judge(more, demand));
  }
  for (const certainty of ['surely', 'likely'] as const) {
    const kept = tried.filter(({ keepsTimes }) => keepsTimes === certainty);
    const fewest = Math.min(...kept.map(({ replicas }) => replicas));
    const equal = kept.filter(({ replicas }) => replicas === fewest);
    const chosen = equal.find(({ ample }) => ample) ?? mostCapacity(equal);
    if (chosen !== undefined) return { ...chosen.prediction, keepsTimes: certainty };
  }
  return { ...one, keepsTimes: 'no' };
}

type Judged = {
  prediction: ReplicaPrediction;
  keepsTimes: Certainty;
  replicas: number;
  requestsPerSecond: number;
  /** Whether these replicas carry the upper end of the peak even at the upper end of the times. */
  ample: boolean;
};

function judge(prediction: ReplicaPrediction, demand: Demand): Judged {
  const { outputTokens, peakRequestsPerSecond: peak, utilisation } = demand;
  const { concurrency, timeToFirstTokenMs, timePerOutputTokenMs } = prediction;
  const first = timeToFirstTokenMs.p50 / 1_000;
  const firstUpper = timeToFirstTokenMs.p90 / 1_000;
  const writing = (outputTokens.value * timePerOutputTokenMs.p50) / 1_000;
  const growth = Math.hypot(
    Math.log(timePerOutputTokenMs.p90 / timePerOutputTokenMs.p50),
    Math.log((outputTokens.band?.p90 ?? outputTokens.value) / outputTokens.value),
  );
  const total = first + writing;
  const totalUpper = total + Math.hypot(firstUpper - first, writing * Math.expm1(growth));
  const rateAt = (seconds: number) => (concurrency / seconds) * utilisation;
  const replicas = Math.max(1, Math.ceil(peak.value / rateAt(total) - 1e-9));
  return {
    prediction,
    keepsTimes: certaintyOf(demand.allowed, { first, firstUpper, total, totalUpper }),
    replicas,
    requestsPerSecond: rateAt(total),
    ample: replicas * rateAt(totalUpper) >= (peak.band?.p90 ?? peak.value),
  };
}

function certaintyOf(
  allowed: AllowedTimes,
  times: { first: number; firstUpper: number; total: number; totalUpper: number },
): Certainty {
  const within = (takes: number, limit: Figure | undefined) => limit === undefined || takes <= limit.value;
  if (within(times.firstUpper, allowed.first) && within(times.totalUpper, allowed.total)) return 'surely';
  return within(times.first, allowed.first) && within(times.total, allowed.total) ? 'likely' : 'no';
}

function mostCapacity(judged: readonly Judged[]): Judged | undefined {
  return judged.toSorted((a, b) => b.requestsPerSecond - a.requestsPerSecond)[0];
}
