/**
 * How a load grows from what it is today, which is 1. Shares and swings are fractions: 0.2 is twenty per cent.
 *
 * - `linear` adds the same share of today's load every year; `exponential` adds the share of the year before.
 * - `step` and `logistic` reach `factor` after `months`: at once, or along an S-curve (Verhulst, 1838).
 * - `seasonal` swings around an exponential trend once a year, highest `peakInMonths` from today.
 */
export type Growth =
  | { shape: 'none' }
  | { shape: 'linear'; sharePerYear: number }
  | { shape: 'exponential'; sharePerYear: number }
  | { shape: 'logistic'; factor: number; months: number }
  | { shape: 'step'; factor: number; months: number }
  | { shape: 'seasonal'; sharePerYear: number; swing: number; peakInMonths: number };

export type GrowthShape = Growth['shape'];

/** The load so many months from today as a multiple of today's; 1 today, never below zero. */
export function loadFactorAt(growth: Growth, month: number): number {
  switch (growth.shape) {
    case 'none':
      return 1;
    case 'linear':
      return Math.max(0, 1 + (growth.sharePerYear * month) / 12);
    case 'exponential':
      return trend(growth.sharePerYear, month);
    case 'logistic':
      return 1 + (growth.factor - 1) * sCurve(month / growth.months);
    case 'step':
      return month >= growth.months ? growth.factor : 1;
    case 'seasonal':
      return trend(growth.sharePerYear, month) * (seasonAt(growth, month) / seasonAt(growth, 0));
  }
}

function trend(sharePerYear: number, month: number): number {
  return Math.max(0, 1 + sharePerYear) ** (month / 12);
}

/** How steep the S-curve is: the middle 80 % of the rise take 44 % of the time. */
const steepness = 10;

/** The logistic curve around the middle of the time, scaled so that it is 0 at the start and 1 from the end on. */
function sCurve(shareOfTime: number): number {
  if (!(shareOfTime < 1)) return 1;
  const logistic = (at: number): number => 1 / (1 + Math.exp(-steepness * (at - 0.5)));
  return (logistic(shareOfTime) - logistic(0)) / (logistic(1) - logistic(0));
}

/** A swing of the whole load would stop it once a year, and today could be that day: less is kept. */
const largestSwing = 0.95;

function seasonAt({ swing, peakInMonths }: { swing: number; peakInMonths: number }, month: number): number {
  return 1 + Math.min(swing, largestSwing) * Math.cos((2 * Math.PI * (month - peakInMonths)) / 12);
}
