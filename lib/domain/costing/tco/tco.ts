import { AppError } from '../../../errors.ts';
import type { Figure, FigureId } from '../../figure/figure.ts';
import type { LedgerBuilder } from '../../figure/ledger-builder.ts';
import type { Engine } from '../../figure/leaves/engine.ts';
import type { CostPart, Missing, Option, OptionId } from '../../options/option.ts';
import { committedParts } from './committed-parts.ts';
import { type GrowthChoice, type Outlook, outlookOf } from './outlook.ts';
import { replayer } from './replay.ts';

/** What a part costs: in each month, and once in the first one. Absent where it does not. */
export type TcoPart = {
  key: string;
  label: string;
  months?: FigureId[] | undefined;
  once?: FigureId | undefined;
};

/** All costs to the end of a horizon. `boundAfter`: what a commitment makes the client pay after it, not in the total. */
export type TcoTotal = {
  months: number;
  total: FigureId;
  parts: { key: string; label: string; total: FigureId }[];
  boundAfter?: FigureId | undefined;
};

/** Total cost of ownership of an option, in US dollars. Totals are lower bounds when `missing` is not empty. */
export type Tco = {
  option: OptionId;
  growth: GrowthChoice;
  /** The cost of every month of the longest horizon, `tco.<option>.month.<month>`. */
  months: FigureId[];
  parts: TcoPart[];
  /** By horizon, shortest first: `tco.<option>.<months>`. */
  totals: TcoTotal[];
  missing: Missing[];
  /** What is not known, or not in it, in sentences. */
  said: string[];
};

export type TcoTerms = { horizons: readonly number[]; growth?: GrowthChoice | undefined };

/**
 * Writes what an option costs over months to come: every monthly part, replayed with the load and the kept data of that
 * month; one-off costs in the first month. Bought machines count by their depreciation, and go on being replaced at the end
 * of their life: their purchase is the same money and is left out. What is committed stays paid for its term when the load
 * falls. List prices stay. Undefined when no part could be priced.
 *
 * `ledger` holds the base ledger of the run; one option is written into it once. Throws `invalid-input` for a horizon that is
 * not a whole number of months from 12 to 60, and `internal` for a part in another currency.
 */
export function writeTco(
  { assessment, ledger }: Pick<Engine, 'assessment' | 'ledger'>,
  option: Option,
  { horizons, growth }: TcoTerms = usualTerms,
): Tco | undefined {
  const ascending = [...new Set(horizons)].toSorted((a, b) => a - b);
  const longest = ascending.at(-1);
  if (longest === undefined || ascending.some((months) => !isHorizon(months)))
    throw new AppError('invalid-input', `Not horizons of 12 to 60 months: ${horizons.join(', ')}.`);
  const counted = countedParts(option.parts);
  if (counted.length === 0) return undefined;
  const outlook = outlookOf(assessment, ledger, option, growth);
  const parts = partsByMonth(ledger, option, counted, outlook, longest);
  const months = Array.from({ length: longest }, (_, at) => monthTotal(ledger, option, parts, at + 1));
  return {
    option: option.id,
    growth: outlook.growth,
    months: months.map(({ id }) => id),
    parts: parts.map(({ key, label, monthly, once }) => ({
      key,
      label,
      ...(monthly !== undefined && { months: monthly.map(({ id }) => id) }),
      ...(once !== undefined && { once: once.id }),
    })),
    totals: ascending.map((horizon) => totalOf(ledger, option, parts, months, outlook, horizon)),
    missing: option.missing,
    said: [
      ...outlook.said,
      ...(counted.length < option.parts.length ? [purchaseIsDepreciation] : []),
      ...leftOut,
    ],
  };
}

const usualTerms: TcoTerms = { horizons: [12, 24, 36, 48, 60] };
const purchaseIsDepreciation = 'Bought machines count by their depreciation, not by their purchase.';
const leftOut = [
  'Moving systems and data to it is not in it: nothing that was said prices that work.',
  'List prices stay what they are today.',
];

type PartFigures = { key: string; label: string; monthly?: Figure[] | undefined; once?: Figure | undefined };

function isHorizon(months: number): boolean {
  return Number.isInteger(months) && months >= 12 && months <= 60;
}

/** Purchase and depreciation are two views of the same money; depreciation is the one that belongs to months. */
function countedParts(parts: readonly CostPart[]): CostPart[] {
  const depreciates = parts.some(({ key }) => key === 'depreciation');
  return parts.filter(
    ({ key, monthly, once }) =>
      (monthly !== undefined || once !== undefined) && !(depreciates && key === 'purchase'),
  );
}

function partsByMonth(
  ledger: LedgerBuilder,
  option: Option,
  parts: readonly CostPart[],
  outlook: Outlook,
  longest: number,
): PartFigures[] {
  const held = parts.map((part) => ({
    key: part.key,
    label: part.label,
    monthly: inUsd(ledger, part.monthly, 'usd-per-month'),
    once: inUsd(ledger, part.once, 'usd'),
  }));
  const committed = committedParts(ledger, option, outlook, longest);
  const byMonth = Array.from({ length: longest }, (_, at) => {
    const month = at + 1;
    const replaced = new Map([...outlook.replacedIn(month), ...committed(month)]);
    return replayer(ledger, replaced, (id) => `tco.${option.id}.${month}.${id}`);
  });
  return held.map(({ key, label, monthly, once }) => ({
    key,
    label,
    monthly: monthly && byMonth.map((replay) => replay(monthly)),
    once,
  }));
}

/** Costs are in US dollars throughout; anything else would be added unconverted. */
function inUsd(
  ledger: LedgerBuilder,
  id: FigureId | undefined,
  unit: 'usd' | 'usd-per-month',
): Figure | undefined {
  const figure = id === undefined ? undefined : ledger.get(id);
  if (figure !== undefined && figure.unit !== unit)
    throw new AppError('internal', `The part ${figure.id} is in ${figure.unit}.`);
  return figure;
}

function monthTotal(
  ledger: LedgerBuilder,
  option: Option,
  parts: readonly PartFigures[],
  month: number,
): Figure {
  const id = `tco.${option.id}.month.${month}`;
  const label = 'Cost of the month';
  const running = parts.flatMap(({ monthly }) => monthly?.[month - 1] ?? []);
  const once = month === 1 ? parts.flatMap((part) => part.once ?? []) : [];
  if (once.length === 0) return ledger.compute({ id, label, unit: 'usd' }, 'cost-of-a-month', running);
  const ofMonth =
    running.length === 0
      ? []
      : [
          ledger.compute(
            { id: `${id}.running`, label: 'Running cost of the month', unit: 'usd' },
            'cost-of-a-month',
            running,
          ),
        ];
  return ledger.compute({ id, label, unit: 'usd' }, 'sum', [...ofMonth, ...once]);
}

function totalOf(
  ledger: LedgerBuilder,
  option: Option,
  parts: readonly PartFigures[],
  months: readonly Figure[],
  outlook: Outlook,
  horizon: number,
): TcoTotal {
  const prefix = `tco.${option.id}.${horizon}`;
  const total = ledger.compute(
    { id: prefix, label: `Total cost over ${horizon} months`, unit: 'usd' },
    'sum',
    months.slice(0, horizon),
  );
  return {
    months: horizon,
    total: total.id,
    parts: parts.flatMap(({ key, label, monthly, once }) => {
      const all = partTotal(
        ledger,
        { id: `${prefix}.${key}`, label, unit: 'usd' },
        monthly?.slice(0, horizon),
        once,
      );
      return all === undefined ? [] : [{ key, label, total: all.id }];
    }),
    boundAfter: boundAfter(ledger, option, parts, outlook, horizon)?.id,
  };
}

function partTotal(
  ledger: LedgerBuilder,
  described: { id: FigureId; label: string; unit: 'usd' },
  monthly: readonly Figure[] | undefined,
  once: Figure | undefined,
): Figure | undefined {
  if (monthly === undefined) return once && ledger.compute(described, 'sum', [once]);
  if (once === undefined) return ledger.compute(described, 'cost-of-months', monthly);
  const running = ledger.compute({ ...described, id: `${described.id}.running` }, 'cost-of-months', monthly);
  return ledger.compute(described, 'sum', [running, once]);
}

/** Terms are renewed while the option runs; what is left of the last one must be paid, used or not. */
function boundAfter(
  ledger: LedgerBuilder,
  option: Option,
  parts: readonly PartFigures[],
  outlook: Outlook,
  horizon: number,
): Figure | undefined {
  const { purchase } = option.design;
  const last = parts.flatMap(({ key, monthly }) =>
    key === 'compute' || key === 'redundancy' ? (monthly?.[horizon - 1] ?? []) : [],
  );
  if ((purchase !== '1y' && purchase !== '3y') || last.length === 0) return undefined;
  const prefix = `tco.${option.id}.${horizon}`;
  const perMonth = ledger.compute(
    {
      id: `${prefix}.committed.monthly`,
      label: 'Committed machines in the last month',
      unit: 'usd-per-month',
    },
    'sum',
    last,
  );
  return ledger.compute(
    { id: `${prefix}.bound-after`, label: 'Still bound by commitments after that', unit: 'usd' },
    purchase === '1y' ? 'rest-of-1y-terms' : 'rest-of-3y-terms',
    { perMonth, months: outlook.monthFigure(horizon) },
  );
}
