/** What questions of many workloads have in common: a dimension, the unit offered first, sensible limits. */
export const perDay = {
  kind: 'number',
  dimension: 'perDay',
  defaultUnit: 'per-day',
  min: 0,
  max: 1e12,
} as const;
export const perSecond = {
  kind: 'number',
  dimension: 'perSecond',
  defaultUnit: 'per-second',
  min: 0,
  max: 1e9,
} as const;
export const tokens = {
  kind: 'number',
  dimension: 'tokens',
  defaultUnit: 'tokens',
  min: 0,
  max: 1e15,
} as const;
export const seconds = { kind: 'number', dimension: 'duration', defaultUnit: 's', min: 0 } as const;
export const count = { kind: 'number', dimension: 'count', defaultUnit: 'items', min: 0, max: 1e12 } as const;
export const percent = {
  kind: 'number',
  dimension: 'share',
  defaultUnit: 'percent',
  min: 0,
  max: 100,
} as const;
