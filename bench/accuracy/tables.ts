import { isUsable, type UsableObservation } from '#lib/domain/sizing/serving/calibrated/fit/observation.ts';
import type { JudgedServing } from './judge-serving.ts';
import { naiveRoofline } from './naive-roofline.ts';
import { type BandScore, bandScoreOf, type Judged, type Score, scoreOf } from './score.ts';

export type Latency = 'time per output token' | 'time to first token';
export const latencies: readonly Latency[] = ['time per output token', 'time to first token'];

/** One line of the table of accuracy. */
export type AccuracyLine = {
  readonly mode: 'one pool' | 'separate pools';
  readonly latency: Latency;
  readonly rows: number;
  readonly refused: number;
  readonly score: Score;
  readonly band: BandScore;
  readonly roofline: Score;
};

/** Accuracy per mode and latency over rows whose group was left out. */
export function accuracyLines(judged: readonly JudgedServing[]): AccuracyLine[] {
  return (['agg', 'disagg'] as const).flatMap((mode) => {
    const rows = judged.filter(({ observation }) => observation.measurement.mode === mode);
    return latencies.map((latency) => {
      const answered = answeredRows(rows, latency);
      return {
        mode: mode === 'agg' ? ('one pool' as const) : ('separate pools' as const),
        latency,
        rows: rows.length,
        refused: (rows.length - answered.length) / rows.length,
        score: scoreOf(answered),
        band: bandScoreOf(answered),
        roofline: scoreOf(answered.map(({ measured, naive }) => ({ measured, p50: naive }))),
      };
    });
  });
}

export type AnsweredRow = Judged & { readonly group: string; readonly naive: number };

/** Rows that were answered, with the roofline on the same row. */
export function answeredRows(judged: readonly JudgedServing[], latency: Latency): AnsweredRow[] {
  return judged.flatMap(({ observation, group, answer }) => {
    if (answer.kind === 'refusal' || !isUsable(observation)) return [];
    const token = latency === 'time per output token';
    const { measurement } = observation;
    return [
      {
        group,
        measured: token ? measurement.timePerOutputTokenMs : measurement.timeToFirstTokenMs,
        ...(token ? answer.timePerOutputTokenMs : answer.timeToFirstTokenMs),
        naive: naiveOf(observation, token),
      },
    ];
  });
}

function naiveOf(observation: UsableObservation, token: boolean): number {
  const { timePerOutputTokenMs, timeToFirstTokenMs } = naiveRoofline(observation);
  return token ? timePerOutputTokenMs : timeToFirstTokenMs;
}

/** Refused rows by mode and reason, most frequent first. */
export function refusals(judged: readonly JudgedServing[]): { what: string; rows: number }[] {
  const reasons = judged.flatMap(({ observation, answer }) =>
    answer.kind === 'refusal'
      ? [`${observation.measurement.mode === 'agg' ? 'one pool' : 'separate pools'}: ${answer.reason}`]
      : [],
  );
  return [...Map.groupBy(reasons, (reason) => reason)]
    .map(([what, rows]) => ({ what, rows: rows.length }))
    .toSorted((a, b) => b.rows - a.rows);
}

/** One pool, time per output token, by group. */
export function groupLines(
  judged: readonly JudgedServing[],
): { group: string; score: Score; band: BandScore }[] {
  const rows = answeredRows(
    judged.filter(({ observation }) => observation.measurement.mode === 'agg'),
    'time per output token',
  );
  const names = new Map(
    judged.map(({ group, observation }) => [group, `${observation.model.name} on ${observation.part.model}`]),
  );
  return [...Map.groupBy(rows, ({ group }) => group)]
    .map(([group, members]) => ({
      group: names.get(group) ?? group,
      score: scoreOf(members),
      band: bandScoreOf(members),
    }))
    .toSorted((a, b) => b.score.rows - a.score.rows);
}
