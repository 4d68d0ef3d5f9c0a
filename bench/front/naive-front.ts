import type { CandidateSet } from '#lib/domain/options/front.ts';

/** The front as it would be written first: every candidate against every other, exact, without merging near-ties. */
export function naiveFront(candidates: CandidateSet): number[] {
  const { size, cost, latency, carbon, unavailability } = candidates;
  const columns = [cost, ...(latency === undefined ? [] : [latency]), carbon, unavailability];
  const points = Array.from({ length: size }, (_, at) => columns.map((column) => column[at] ?? Number.NaN));
  const dominates = (a: readonly number[], b: readonly number[]): boolean =>
    a.every((value, at) => value <= (b[at] ?? 0) || (Number.isNaN(value) && Number.isNaN(b[at]))) &&
    a.some((value, at) => value < (b[at] ?? 0));
  return points.flatMap((point, at) => (points.some((other) => dominates(other, point)) ? [] : [at]));
}
