import type { Figure } from './figure.ts';
import { type FigureUnit, figureUnits } from './unit.ts';

/**
 * A figure as a person reads it, with its unit: `$1,230 per month`, `4 GPUs`, `70.6 billion parameters`. Listed,
 * measured, stated and assumed values are shown as their source has them; a computed value or the middle of a range has
 * three significant digits, two when its band spans a factor of 1.5, one when it spans a factor of 10.
 */
export function formatFigure(figure: Figure, locale = 'en'): string {
  return withUnit(figure.value, figure.unit, locale, roundingOf(figure));
}

/** The 80 % band of a figure, `$900 to $1,600 per month`; undefined when the figure has none. */
export function formatBand(figure: Figure, locale = 'en'): string | undefined {
  if (figure.band === undefined) return undefined;
  const { p10, p90 } = figure.band;
  const rounding = { maximumSignificantDigits: bandDigits(figure) };
  const low = numberText(scaled(p10, figure.unit, p90).value, figure.unit, locale, rounding);
  return `${low} to ${withUnit(p90, figure.unit, locale, rounding)}`;
}

/** The bare number of a figure, scaled and rounded as `formatFigure` does it. */
export function formatValue(figure: Figure, locale = 'en'): string {
  const { value } = scaled(figure.value, figure.unit, figure.value);
  return numberText(value, figure.unit, locale, roundingOf(figure));
}

type Rounding = Pick<
  Intl.NumberFormatOptions,
  'maximumSignificantDigits' | 'minimumFractionDigits' | 'maximumFractionDigits'
>;

function roundingOf(figure: Figure): Rounding {
  if (figure.kind === 'computed' || (figure.kind === 'stated' && figure.band !== undefined))
    return { maximumSignificantDigits: valueDigits(figure) };
  // Six decimals drop what binary fractions add to a decimal price and keep every digit that a source prints.
  if (figure.kind === 'listed' || figure.kind === 'measured')
    return { minimumFractionDigits: hasCents(figure) ? 2 : 0, maximumFractionDigits: 6 };
  return Number.isInteger(figure.value) ? { maximumFractionDigits: 3 } : { maximumSignificantDigits: 4 };
}

function hasCents({ unit, value }: Figure): boolean {
  return currencyOf(unit) !== undefined && !Number.isInteger(value);
}

function valueDigits(figure: Figure): number {
  const spread = spreadOf(figure);
  if (spread >= 10) return 1;
  return spread >= 1.5 ? 2 : 3;
}

/** Enough digits that the two ends of a narrow band still differ. */
function bandDigits(figure: Figure): number {
  return spreadOf(figure) >= 1.5 ? 2 : 3;
}

/** How many times the low end the high end is; a band that reaches zero or below counts as wide. */
function spreadOf({ band }: Figure): number {
  if (band === undefined) return 1;
  return band.p10 > 0 ? band.p90 / band.p10 : 10;
}

function withUnit(amount: number, unit: FigureUnit, locale: string, rounding: Rounding): string {
  const { value, label } = scaled(amount, unit, amount);
  const text = numberText(value, unit, locale, rounding);
  const words = Number(value.toPrecision(3)) === 1 ? (singular[label] ?? label) : label;
  return words === '' ? text : `${text} ${words}`;
}

function numberText(value: number, unit: FigureUnit, locale: string, rounding: Rounding): string {
  return new Intl.NumberFormat(locale, {
    ...notationOf(value, unit),
    ...currencyOf(unit),
    ...rounding,
  }).format(value);
}

/** Times and data in the unit that keeps the number small; `pivot` decides, so that both ends of a band share a unit. */
function scaled(value: number, unit: FigureUnit, pivot: number): { value: number; label: string } {
  const step = scales[unit]?.findLast(({ from }) => Math.abs(pivot) >= from);
  return step === undefined || pivot === 0
    ? { value, label: labelOf(unit) }
    : { value: value / step.size, label: step.label };
}

type Scale = { from: number; size: number; label: string };

/** In ascending order. `from` leaves small counts in the smaller unit: 90 seconds, 36 hours, 18 months. */
const scales: Partial<Record<FigureUnit, readonly Scale[]>> = {
  s: [
    { from: 0, size: 1e-3, label: 'ms' },
    { from: 1, size: 1, label: 'seconds' },
    { from: 120, size: 60, label: 'minutes' },
    { from: 7_200, size: 3_600, label: 'hours' },
    { from: 259_200, size: 86_400, label: 'days' },
    { from: 7_884_000, size: 2_628_000, label: 'months' },
    { from: 63_072_000, size: 31_536_000, label: 'years' },
  ],
  gb: [
    { from: 0, size: 1, label: 'GB' },
    { from: 1_000, size: 1_000, label: 'TB' },
    { from: 1_000_000, size: 1_000_000, label: 'PB' },
  ],
};

/** Parameters and tokens come in billions: words are read faster than zeros. */
function notationOf(value: number, unit: FigureUnit): Intl.NumberFormatOptions {
  const large = unit === 'parameters' || unit === 'tokens' || unit === 'tokens-per-month';
  return large && Math.abs(value) >= 1e6 ? { notation: 'compact', compactDisplay: 'long' } : {};
}

function currencyOf(unit: FigureUnit): Intl.NumberFormatOptions | undefined {
  const [first = ''] = unit.split('-');
  const currency = currencyCodes[first];
  return currency === undefined ? undefined : { style: 'currency', currency, minimumFractionDigits: 0 };
}

const currencyCodes: Readonly<Record<string, string>> = { usd: 'USD', eur: 'EUR', gbp: 'GBP', jpy: 'JPY' };

/** The unit without the currency, which the symbol already says. */
function labelOf(unit: FigureUnit): string {
  return figureUnits[unit].replace(/^(USD|EUR|GBP|JPY) ?/u, '');
}

/** What a unit is called when there is one of it. */
const singular: Readonly<Record<string, string>> = {
  GPUs: 'GPU',
  machines: 'machine',
  'full-time people': 'full-time person',
  bytes: 'byte',
  seconds: 'second',
  minutes: 'minute',
  hours: 'hour',
  days: 'day',
  months: 'month',
  years: 'year',
};
