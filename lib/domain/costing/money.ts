import type { MoneyAnswer } from '../assessment/answer.ts';
import type { AnswerPath } from '../assessment/assessment.ts';
import type { Currency } from '../assessment/unit.ts';
import type { AssumptionId } from '../catalogue/assumption.ts';
import type { Figure } from '../figure/figure.ts';
import { assumed } from '../figure/leaves/assumed.ts';
import type { Engine } from '../figure/leaves/engine.ts';

/** The stated money of a path in US dollars per month, `money.<path>.usd-per-month`; undefined when none was stated. */
export function usdPerMonth(
  engine: Engine,
  path: AnswerPath,
  answer: MoneyAnswer | undefined,
): Figure | undefined {
  const amount = inUsd(engine, path, answer);
  if (amount === undefined || answer === undefined || !('period' in answer) || answer.period === 'once')
    return undefined;
  if (answer.period === 'per-month') return amount;
  const described = {
    id: `money.${path}.usd-per-month`,
    label: `${amount.label}, per month`,
    unit: 'usd-per-month',
  } as const;
  const held = engine.ledger.get(described.id);
  if (held !== undefined) return held;
  return answer.period === 'per-quarter'
    ? engine.ledger.compute(described, 'month-of-quarter', { perQuarter: amount })
    : engine.ledger.compute(described, 'month-of-year', { perYear: amount });
}

/** The stated money of a path in US dollars, `money.<path>.usd`, in its own period; undefined when none was stated. */
export function inUsd(engine: Engine, path: AnswerPath, answer: MoneyAnswer | undefined): Figure | undefined {
  const stated = engine.ledger.get(`answer.${path}`);
  if (stated === undefined || answer === undefined || !('currency' in answer)) return undefined;
  const rate = rates[answer.currency];
  if (rate === undefined) return stated;
  const id = `money.${path}.usd`;
  const held = engine.ledger.get(id);
  if (held !== undefined) return held;
  const unit = answer.period === 'once' ? 'usd' : (`usd-${answer.period}` as const);
  return engine.ledger.compute({ id, label: `${stated.label}, in US dollars`, unit }, 'usd-from-currency', {
    amount: stated,
    usdPerUnit: assumed(engine, rate),
  });
}

const rates: Readonly<Record<Currency, AssumptionId | undefined>> = {
  USD: undefined,
  EUR: 'fx.eur-usd',
  GBP: 'fx.gbp-usd',
  JPY: 'fx.jpy-usd',
};
