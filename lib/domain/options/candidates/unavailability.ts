/**
 * Share of the time that fewer than `needed` of `machines` are up, when each is down independently for `downShare` of the
 * time: the upper tail of the binomial distribution (k-out-of-n system, Barlow and Proschan, 1975). Summed from its largest
 * term on, so that small shares keep their digits.
 */
export function shareTooFewUp(machines: number, needed: number, downShare: number): number {
  if (needed <= 0) return 0;
  if (needed > machines) return 1;
  const firstFatal = machines - needed + 1;
  let term = 1;
  for (let at = 1; at <= firstFatal; at++) term *= ((machines - at + 1) / at) * downShare;
  term *= (1 - downShare) ** (machines - firstFatal);
  let share = 0;
  for (let down = firstFatal; down <= machines; down++) {
    share += term;
    term *= ((machines - down) / (down + 1)) * (downShare / (1 - downShare));
  }
  return Math.min(1, share);
}

/** The same in one region, which may fail as a whole for `regionDownShare` of the time. */
export function unavailabilityInRegion(tooFewUp: number, regionDownShare: number): number {
  return 1 - (1 - tooFewUp) * (1 - regionDownShare);
}
