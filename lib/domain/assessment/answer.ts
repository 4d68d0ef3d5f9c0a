import type { Currency, Period } from './unit.ts';

/** How sure the client is: read off a meter, said as a fact, or only believed. */
export const bases = ['measured', 'stated', 'believed'] as const;
export type Basis = (typeof bases)[number];

type Said = { basis: Basis; quote?: string | undefined };

/** The client was asked and does not know, or the question does not fit. A question never asked is absent. */
export type Unanswered = { state: 'unknown' | 'not-applicable'; quote?: string | undefined };

export type NumberAnswer =
  | ({ state: 'value'; value: number; unit: string } & Said)
  | ({ state: 'range'; low: number; high: number; unit: string } & Said)
  | Unanswered;

export type MoneyAnswer =
  | ({ state: 'value'; value: number; currency: Currency; period: Period } & Said)
  | ({ state: 'range'; low: number; high: number; currency: Currency; period: Period } & Said)
  | Unanswered;

export type PlainAnswer<T> = ({ state: 'value'; value: T } & Said) | Unanswered;

/** Any answer, when only its state, basis and quote matter. */
export type Answer =
  | NumberAnswer
  | MoneyAnswer
  | PlainAnswer<string>
  | PlainAnswer<string[]>
  | PlainAnswer<boolean>;
