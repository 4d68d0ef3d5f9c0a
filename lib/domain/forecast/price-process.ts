import type { IsoDate } from '../catalogue/provenance.ts';
import type { Cloud } from '../catalogue/prices.ts';

/** What a process was learned from. `series` are machines in regions, `months` the sum of the times they were observed. */
export type LearnedFrom = {
  clouds: readonly Cloud[];
  series: number;
  months: number;
  /** Price changes seen, and the separate days on which they were first seen. */
  changes: number;
  days: number;
  from: IsoDate;
  until: IsoDate;
};

/** A list price that stays and now and then jumps: a Poisson process of jumps, as list prices are step functions. */
export type RareJumps = {
  kind: 'rare-jumps';
  jumpsPerMonth: number;
  shareOfRises: number;
  /** Sizes of the jumps seen, as positive logarithms, together by the day on which they were seen. */
  sizesByDay: readonly (readonly number[])[];
  learnedFrom: LearnedFrom;
};

/** A price that moves all the time: whole stretches of monthly changes that were seen, drawn again up or down. */
export type Resampled = {
  kind: 'resampled';
  /** Logarithms of the price over the one a month before, one row per series. */
  monthlyChanges: readonly Float64Array[];
  stretchMonths: number;
  learnedFrom: LearnedFrom;
};

/** Nothing was learned, so the price stays; `because` is a sentence. */
export type ConstantPrice = { kind: 'constant'; because: string };

/** How a price moves from what it is today. */
export type PriceProcess = RareJumps | Resampled | ConstantPrice;
