import type { Formula } from '../../figure/formula.ts';

const newsvendor =
  'Newsvendor: commit the machine that is needed in more than the share committed price ÷ price on demand of the hours (Arrow, Harris and Marschak, Optimal Inventory Policy, 1951)';

/** The shape of a load over the hours of a month, and how much of it to commit. */
export const commitmentFormulas = {
  'quiet-over-peak-of-busy-hours': {
    inputs: ['perDay', 'busySharePercent', 'busyHours', 'peak'],
    expression: 'perDay × (1 − busySharePercent/100) ÷ (24 − busyHours) ÷ 3600 ÷ peak, at most 1',
    evaluate: (perDay = 0, busySharePercent = 0, busyHours = 0, peak = Number.NaN) =>
      busyHours >= 24
        ? 1
        : withinPeak((perDay * (1 - busySharePercent / 100)) / (24 - busyHours) / 3_600 / peak),
  },
  'quiet-over-peak-of-busiest-hour': {
    inputs: ['perDay', 'busiestHourShare', 'peak'],
    expression: 'perDay × (1 − busiestHourShare) ÷ 23 ÷ 3600 ÷ peak, at most 1',
    evaluate: (perDay = 0, busiestHourShare = 0, peak = Number.NaN) =>
      withinPeak((perDay * (1 - busiestHourShare)) / 23 / 3_600 / peak),
  },
  'quiet-over-peak-of-average': {
    inputs: ['average', 'peak'],
    expression: '(24 × average − peak) ÷ 23 ÷ peak, from 0 to 1: one hour of the day at the peak',
    evaluate: (average = 0, peak = Number.NaN) => withinPeak((24 * average - peak) / 23 / peak),
  },
  'busy-hours-of-a-month': {
    inputs: ['busyHours'],
    expression: 'busyHours × 365/12',
    evaluate: (busyHours = 0) => (Math.min(24, busyHours) * 365) / 12,
  },
  'busiest-hours-of-a-month': { inputs: [], expression: '365/12', evaluate: () => 365 / 12 },
  'hours-on-working-days': {
    inputs: ['hours'],
    expression: 'hours × 5/7',
    evaluate: (hours = 0) => (hours * 5) / 7,
  },
  'hours-on-weekends': {
    inputs: ['hours'],
    expression: 'hours × 2/7',
    evaluate: (hours = 0) => (hours * 2) / 7,
  },
  'machines-at-share-of-peak': {
    inputs: ['machines', 'share'],
    expression: 'machines × share, rounded up, at least 1 and at most all',
    evaluate: (machines = 0, share = 0) =>
      Math.min(machines, Math.max(1, Math.ceil(machines * share - 1e-9))),
  },
  'machines-worth-committing': {
    decision: true,
    inputs: ['machines', 'hoursNeeded', 'hoursPerMonth', 'usdPerHourCommitted', 'usdPerHourOnDemand'],
    expression:
      'machines where hoursNeeded × usdPerHourOnDemand > hoursPerMonth × usdPerHourCommitted, else none',
    source: newsvendor,
    evaluate: (
      machines = 0,
      hoursNeeded = 0,
      hoursPerMonth = 0,
      usdPerHourCommitted = 0,
      usdPerHourOnDemand = 0,
    ) => (hoursNeeded * usdPerHourOnDemand > hoursPerMonth * usdPerHourCommitted ? machines : 0),
  },
  'machine-hours-beyond': {
    inputs: ['machines', 'committed', 'hours'],
    expression: '(machines − committed, not below zero) × hours',
    evaluate: (machines = 0, committed = 0, hours = 0) => Math.max(0, machines - committed) * hours,
  },
  'machine-hours-unused': {
    inputs: ['machines', 'committed', 'hours'],
    expression: '(committed − machines, not below zero) × hours',
    evaluate: (machines = 0, committed = 0, hours = 0) => Math.max(0, committed - machines) * hours,
  },
  'months-that-repay-1y': {
    inputs: ['committedPerMonth', 'onDemandPerMonth'],
    expression: '12 × committedPerMonth ÷ onDemandPerMonth',
    evaluate: (committedPerMonth = 0, onDemandPerMonth = Number.NaN) =>
      (12 * committedPerMonth) / onDemandPerMonth,
  },
  'months-that-repay-3y': {
    inputs: ['committedPerMonth', 'onDemandPerMonth'],
    expression: '36 × committedPerMonth ÷ onDemandPerMonth',
    evaluate: (committedPerMonth = 0, onDemandPerMonth = Number.NaN) =>
      (36 * committedPerMonth) / onDemandPerMonth,
  },
} as const satisfies Readonly<Record<string, Formula>>;

function withinPeak(share: number): number {
  return Math.min(1, Math.max(0, share));
}
