import type { PriceProcess, RareJumps, Resampled } from './price-process.ts';
import type { RandomStream } from './random-stream.ts';

/**
 * Prices relative to today's, `paths` of them after each of `months` months: the price of path p after m months is at
 * (m - 1) × paths + p, since months are what is summed up later. `ceiling` is the most a price can be relative to today's:
 * nobody pays more on spot than on demand.
 */
export function pricePaths(
  process: PriceProcess,
  { months, paths, ceiling = Number.POSITIVE_INFINITY }: { months: number; paths: number; ceiling?: number },
  random: RandomStream,
): Float64Array {
  const prices = new Float64Array(months * paths).fill(1);
  if (process.kind === 'rare-jumps') jump(process, prices, months, paths, random);
  if (process.kind === 'resampled') resample(process, prices, months, paths, random);
  if (ceiling === Number.POSITIVE_INFINITY) return prices;
  return prices.map((price) => Math.min(price, Math.max(1, ceiling)));
}

/** Waiting times of a Poisson process are exponential; a day with jumps is drawn first, then one of its sizes. */
function jump(
  { jumpsPerMonth, shareOfRises, sizesByDay }: RareJumps,
  prices: Float64Array,
  months: number,
  paths: number,
  { uniform }: RandomStream,
): void {
  const sizeOf = (): number => pick(pick(sizesByDay, uniform) ?? [], uniform) ?? 0;
  for (let path = 0; path < paths; path++) {
    let at = -Math.log(1 - uniform()) / jumpsPerMonth;
    let logPrice = 0;
    while (at < months) {
      logPrice += uniform() < shareOfRises ? sizeOf() : -sizeOf();
      const next = at - Math.log(1 - uniform()) / jumpsPerMonth;
      const price = Math.exp(logPrice);
      const end = Math.min(months, Math.ceil(next));
      for (let month = Math.floor(at) + 1; month <= end; month++) prices[(month - 1) * paths + path] = price;
      at = next;
    }
  }
}

/**
 * Moving-block bootstrap (Künsch, Annals of Statistics 17, 1989) over a series and a month drawn anew for each stretch. Each
 * stretch goes the way it went or the other way, evenly: that spot prices rose while they were observed promises nothing.
 */
function resample(
  { monthlyChanges, stretchMonths }: Resampled,
  prices: Float64Array,
  months: number,
  paths: number,
  { uniform }: RandomStream,
): void {
  for (let path = 0; path < paths; path++) {
    let logPrice = 0;
    for (let month = 0; month < months; month += stretchMonths) {
      const changes = pick(monthlyChanges, uniform);
      if (changes === undefined) return;
      const start = Math.floor(uniform() * changes.length);
      const sign = uniform() < 0.5 ? -1 : 1;
      const stretch = Math.min(stretchMonths, months - month);
      for (let step = 0; step < stretch; step++) {
        logPrice += sign * (changes[(start + step) % changes.length] ?? 0);
        prices[(month + step) * paths + path] = Math.exp(logPrice);
      }
    }
  }
}

function pick<T>(all: readonly T[], uniform: () => number): T | undefined {
  return all[Math.floor(uniform() * all.length)];
}
