import type { MoneyAnswer, NumberAnswer } from '../../assessment/answer.ts';
import type { AnswerPath } from '../../assessment/assessment.ts';
import type { NumberField } from '../../assessment/field.ts';
import { type Reading, readMoney, readNumber } from '../../assessment/read-answer.ts';
import type { Currency, Dimension, Period } from '../../assessment/unit.ts';
import type { Band, Figure } from '../figure.ts';
import type { FigureUnit } from '../unit.ts';
import { assumed } from './assumed.ts';
import type { Engine } from './engine.ts';

/**
 * The figure `answer.<path>` of a numeric answer in the engine's unit; undefined when the client gave no number. A range
 * is its geometric middle with the ends as 80 % band; what is only believed is wider by `belief.spread-factor`.
 */
export function answeredNumber(
  engine: Engine,
  path: AnswerPath,
  field: NumberField,
  answer: NumberAnswer | undefined,
): Figure | undefined {
  const reading = readNumber(field, answer);
  if (reading === undefined) return undefined;
  return stated(engine, path, field.label, unitOf[field.dimension], reading, isBelieved(answer));
}

/** The figure `answer.<path>` of an amount of money in the client's own currency and period; undefined without one. */
export function answeredMoney(
  engine: Engine,
  path: AnswerPath,
  label: string,
  answer: MoneyAnswer | undefined,
): Figure | undefined {
  const reading = readMoney(answer);
  if (reading === undefined || answer === undefined || !('currency' in answer)) return undefined;
  const unit = moneyUnits[answer.currency][answer.period];
  return stated(engine, path, label, unit, reading, isBelieved(answer));
}

const unitOf = {
  count: 'count',
  perDay: 'requests-per-day',
  perSecond: 'requests-per-second',
  tokens: 'tokens',
  parameters: 'parameters',
  duration: 's',
  data: 'gb',
  power: 'kw',
  bandwidth: 'mbit-per-second',
  share: 'percent',
} as const satisfies Record<Dimension, FigureUnit>;

const moneyUnits = {
  USD: {
    once: 'usd',
    'per-month': 'usd-per-month',
    'per-quarter': 'usd-per-quarter',
    'per-year': 'usd-per-year',
  },
  EUR: {
    once: 'eur',
    'per-month': 'eur-per-month',
    'per-quarter': 'eur-per-quarter',
    'per-year': 'eur-per-year',
  },
  GBP: {
    once: 'gbp',
    'per-month': 'gbp-per-month',
    'per-quarter': 'gbp-per-quarter',
    'per-year': 'gbp-per-year',
  },
  JPY: {
    once: 'jpy',
    'per-month': 'jpy-per-month',
    'per-quarter': 'jpy-per-quarter',
    'per-year': 'jpy-per-year',
  },
} as const satisfies Record<Currency, Record<Period, FigureUnit>>;

function stated(
  engine: Engine,
  path: AnswerPath,
  label: string,
  unit: FigureUnit,
  reading: Reading,
  believed: boolean,
): Figure {
  const factor = believed ? assumed(engine, 'belief.spread-factor').value : 1;
  const band = bandOf(reading, factor);
  return engine.ledger.leaf({
    id: `answer.${path}`,
    kind: 'stated',
    answer: path,
    label,
    unit,
    value: middleOf(reading),
    ...(band.p10 < band.p90 && { band }),
  });
}

/** Loads and sizes vary by factors, so the middle of a range is the geometric one; a range from zero has none. */
function middleOf({ low, high }: Reading): number {
  if (low === high) return low;
  return low > 0 ? Math.sqrt(low * high) : (low + high) / 2;
}

function bandOf({ low, high }: Reading, factor: number): Band {
  return { p10: low > 0 ? low / factor : low * factor, p90: high > 0 ? high * factor : high / factor };
}

function isBelieved(answer: NumberAnswer | MoneyAnswer | undefined): boolean {
  return answer !== undefined && 'basis' in answer && answer.basis === 'believed';
}
