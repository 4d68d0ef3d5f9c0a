/**
 * Units in which a client answers, by dimension. Each dimension has one canonical unit in which the engine computes;
 * the factor converts one of the answered unit into canonical units.
 */
export const dimensions = {
  count: { canonical: 'items', units: { items: 1, thousand: 1e3, million: 1e6, billion: 1e9 } },
  perDay: {
    canonical: 'per-day',
    units: { 'per-second': 86_400, 'per-hour': 24, 'per-day': 1, 'per-week': 1 / 7, 'per-month': 12 / 365 },
  },
  perSecond: {
    canonical: 'per-second',
    units: { 'per-second': 1, 'per-minute': 1 / 60, 'per-hour': 1 / 3_600 },
  },
  tokens: {
    canonical: 'tokens',
    units: {
      tokens: 1,
      'thousand-tokens': 1e3,
      'million-tokens': 1e6,
      'billion-tokens': 1e9,
      'trillion-tokens': 1e12,
    },
  },
  parameters: {
    canonical: 'parameters',
    units: { 'million-parameters': 1e6, 'billion-parameters': 1e9, parameters: 1 },
  },
  duration: {
    canonical: 's',
    units: {
      ms: 1e-3,
      s: 1,
      min: 60,
      h: 3_600,
      days: 86_400,
      weeks: 604_800,
      months: 2_628_000,
      years: 31_536_000,
    },
  },
  // Decimal bytes: what clients and price lists of AWS and Azure mean by GB; GiB is there for those who measured it.
  data: {
    canonical: 'GB',
    units: { MB: 1e-3, GB: 1, TB: 1e3, PB: 1e6, GiB: 1.073741824, TiB: 1_099.511627776 },
  },
  power: { canonical: 'kW', units: { W: 1e-3, kW: 1, MW: 1e3 } },
  bandwidth: { canonical: 'Mbit/s', units: { 'kbit/s': 1e-3, 'Mbit/s': 1, 'Gbit/s': 1e3 } },
  share: { canonical: 'percent', units: { percent: 1 } },
} as const;

export type Dimension = keyof typeof dimensions;
export type AnswerUnit = { [D in Dimension]: keyof (typeof dimensions)[D]['units'] }[Dimension];

export const currencies = ['USD', 'EUR', 'GBP', 'JPY'] as const;
export type Currency = (typeof currencies)[number];

/** How often an amount of money falls due; the factor converts one payment to payments a month. */
export const periods = { once: undefined, 'per-month': 1, 'per-quarter': 1 / 3, 'per-year': 1 / 12 } as const;
export type Period = keyof typeof periods;

/** The factor from `unit` to the canonical unit of `dimension`; undefined when the unit is not one of the dimension. */
export function factorToCanonical(dimension: Dimension, unit: string): number | undefined {
  const units: Readonly<Record<string, number>> = dimensions[dimension].units;
  return Object.hasOwn(units, unit) ? units[unit] : undefined;
}
