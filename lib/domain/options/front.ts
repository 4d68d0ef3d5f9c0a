/**
 * Candidate designs as columns of numbers, one entry per candidate, smaller is better, never negative. NaN is unknown.
 * `latency` is absent where waiting times say nothing about the work.
 */
export type CandidateSet = {
  readonly size: number;
  readonly cost: Float64Array;
  readonly latency?: Float64Array | undefined;
  readonly carbon: Float64Array;
  readonly unavailability: Float64Array;
};

export type Objective = 'cost' | 'latency' | 'carbon' | 'unavailability';

/** Relative differences that count as a tie: 0.02 is two per cent. */
export type Tolerances = Readonly<Record<Objective, number>>;

/** `members`: candidates on the front, the best balanced first. `representedBy`: for every candidate the member that stands for it. */
export type Front = { members: Uint32Array; representedBy: Uint32Array };

export const usualTolerances: Tolerances = { cost: 0.02, latency: 0.05, carbon: 0.05, unavailability: 0.1 };

/**
 * The designs that no other beats on every objective, near-ties merged: additive epsilon-dominance over the logarithms of
 * the objectives (Laumanns, Thiele, Deb and Zitzler, Evolutionary Computation 10, 2002). No candidate dominates a member,
 * every candidate is within the tolerances of a member on all objectives or worse, and the order of the candidates does not
 * matter; of candidates equal in everything the first stands for all. Candidates of which other objectives are unknown are
 * not compared with each other.
 *
 * One pass in an order in which whoever dominates comes first: time grows with candidates times members, not with the
 * square of the candidates.
 */
export function paretoFront(candidates: CandidateSet, tolerances: Tolerances = usualTolerances): Front {
  const { columns, slacks } = logarithmsOf(candidates, tolerances);
  const representedBy = new Uint32Array(candidates.size);
  const keptByKnown = new Map<number, Kept>();
  const members: number[] = [];
  const point = new Float64Array(columns.length);
  for (const candidate of bestBalancedFirst(candidates.size, columns)) {
    let known = 0;
    for (let at = 0; at < columns.length; at++) {
      const value = columns[at]?.[candidate] ?? Number.NaN;
      const isKnown = !Number.isNaN(value);
      if (isKnown) known |= 1 << at;
      point[at] = isKnown ? value : 0;
    }
    let kept = keptByKnown.get(known);
    if (kept === undefined) {
      kept = new Kept(slacks);
      keptByKnown.set(known, kept);
    }
    const dominator = kept.dominatorOf(point);
    if (dominator === undefined) {
      kept.add(candidate, point);
      members.push(candidate);
    }
    representedBy[candidate] = dominator ?? candidate;
  }
  return { members: Uint32Array.from(members), representedBy };
}

/** What was kept so far of candidates with the same objectives known, row by row. */
class Kept {
  readonly #slacks: Float64Array;
  #rows = new Float64Array(0);
  #candidates: number[] = [];
  /** Neighbours in the order are often beaten by the same design, so the last one that beat is asked first. */
  #last = 0;

  constructor(slacks: Float64Array) {
    this.#slacks = slacks;
  }

  /** A kept candidate that is no worse than the tolerance anywhere; undefined when there is none. */
  dominatorOf(point: Float64Array): number | undefined {
    const count = this.#candidates.length;
    if (count === 0) return undefined;
    if (this.#dominates(this.#last, point)) return this.#candidates[this.#last];
    for (let row = 0; row < count; row++) {
      if (!this.#dominates(row, point)) continue;
      this.#last = row;
      return this.#candidates[row];
    }
    return undefined;
  }

  add(candidate: number, point: Float64Array): void {
    const width = point.length;
    const from = this.#candidates.length * width;
    if (from + width > this.#rows.length) {
      const wider = new Float64Array(Math.max(64 * width, 2 * this.#rows.length));
      wider.set(this.#rows);
      this.#rows = wider;
    }
    this.#rows.set(point, from);
    this.#candidates.push(candidate);
  }

  #dominates(row: number, point: Float64Array): boolean {
    const width = point.length;
    const rows = this.#rows;
    const slacks = this.#slacks;
    for (let at = 0; at < width; at++)
      if ((rows[row * width + at] ?? 0) > (point[at] ?? 0) + (slacks[at] ?? 0)) return false;
    return true;
  }
}

/** Below this an amount is nothing, in any unit used here. */
const nothing = 1e-12;

function logarithmsOf(candidates: CandidateSet, tolerances: Tolerances) {
  const { cost, latency, carbon, unavailability } = candidates;
  const present: [Float64Array, number][] = [
    [cost, tolerances.cost],
    ...(latency === undefined ? [] : [[latency, tolerances.latency] satisfies [Float64Array, number]]),
    [carbon, tolerances.carbon],
    [unavailability, tolerances.unavailability],
  ];
  return {
    columns: present.map(([values]) => values.map((value) => Math.log(Math.max(value, nothing)))),
    slacks: Float64Array.from(present, ([, tolerance]) => Math.log1p(tolerance)),
  };
}

/**
 * By the product of the objectives, then by each in turn. Sums of floating-point numbers keep the order of their terms, so
 * a candidate that dominates another never comes after it.
 */
function bestBalancedFirst(size: number, columns: readonly Float64Array[]): Uint32Array {
  const sums = new Float64Array(size);
  for (const column of columns)
    for (let at = 0; at < size; at++) {
      const value = column[at] ?? Number.NaN;
      if (!Number.isNaN(value)) sums[at] = (sums[at] ?? 0) + value;
    }
  return Uint32Array.from({ length: size }, (_, at) => at).toSorted((a, b) => {
    const difference = (sums[a] ?? 0) - (sums[b] ?? 0);
    return difference === 0 ? byEachInTurn(columns, a, b) : difference;
  });
}

function byEachInTurn(columns: readonly Float64Array[], a: number, b: number): number {
  for (const column of columns) {
    const difference = (column[a] ?? 0) - (column[b] ?? 0);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return a - b;
}
