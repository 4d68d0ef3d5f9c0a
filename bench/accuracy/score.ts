/** A measured value beside a prediction with its 80 % band. */
export type Judged = {
  readonly measured: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
};

/** How close predictions are. Shares between 0 and 1. */
export type Score = {
  readonly rows: number;
  /** Median of |predicted / measured - 1|. */
  readonly medianError: number;
  readonly within1_5: number;
  readonly within2: number;
};

export type BandScore = {
  /** Share of measured values within the 80 % band. */
  readonly coverage: number;
  /** Mean coverage of the groups, each counted once. */
  readonly groupCoverage: number;
  /** Median of p90 / p10. */
  readonly medianWidth: number;
  /**
   * Mean interval score of the band in natural logarithms: its width plus ten times the distance of a value outside
   * (Gneiting and Raftery, Strictly Proper Scoring Rules, 2007, section 6.2, alpha 0.2). Lower is better.
   */
  readonly intervalScore: number;
};

export function scoreOf(pairs: readonly Pick<Judged, 'measured' | 'p50'>[]): Score {
  const distances = pairs.map(({ measured, p50 }) => Math.abs(Math.log(p50 / measured)));
  return {
    rows: pairs.length,
    medianError: median(pairs.map(({ measured, p50 }) => Math.abs(p50 / measured - 1))),
    within1_5: shareOf(distances, (distance) => distance <= Math.log(1.5)),
    within2: shareOf(distances, (distance) => distance <= Math.log(2)),
  };
}

export function bandScoreOf(rows: readonly (Judged & { readonly group: string })[]): BandScore {
  const inside = (row: Judged) => row.p10 <= row.measured && row.measured <= row.p90;
  const perGroup = [...Map.groupBy(rows, ({ group }) => group).values()].map((group) =>
    shareOf(group, inside),
  );
  return {
    coverage: shareOf(rows, inside),
    groupCoverage: mean(perGroup),
    medianWidth: median(rows.map(({ p10, p90 }) => p90 / p10)),
    intervalScore: mean(rows.map(intervalScore)),
  };
}

function intervalScore({ measured, p10, p90 }: Judged): number {
  const [low, value, high] = [Math.log(p10), Math.log(measured), Math.log(p90)];
  return high - low + 10 * (Math.max(0, low - value) + Math.max(0, value - high));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function shareOf<Value>(values: readonly Value[], holds: (value: Value) => boolean): number {
  return values.filter(holds).length / values.length;
}
