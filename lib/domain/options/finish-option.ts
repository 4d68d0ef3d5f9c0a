import { dataParts } from '../costing/data-parts.ts';
import { writeEmissions } from '../costing/emissions.ts';
import { peopleParts } from '../costing/people-part.ts';
import type { Figure } from '../figure/figure.ts';
import { assumed } from '../figure/leaves/assumed.ts';
import { checksOf } from './checks/checks-of.ts';
import type { NeedContext, OptionDraft, PartDraft, Totals } from './draft.ts';
import type { Option } from './option.ts';

/**
 * The option of a draft: data, support and people are added to its own parts, an unused commitment is set against the
 * bill of its cloud, totals are sums, and every constraint of the client is judged.
 */
export function finishOption(context: NeedContext, draft: OptionDraft): Option {
  const data = dataParts(context, draft);
  const billed = [...draft.parts, ...data.parts];
  const withSupport = [...billed, ...supportParts(context, draft, billed)];
  const parts = [
    ...withSupport,
    ...commitmentParts(context, draft, withSupport),
    ...peopleParts(context, draft),
  ];
  const missing = [...draft.missing, ...data.missing];
  const totals = totalsOf(context, draft, parts);
  writeEmissions(context, draft);
  return {
    id: draft.id,
    need: context.workload.id,
    service: draft.service,
    title: draft.title,
    design: { ...draft.design, machines: draft.machines?.id },
    parts: parts.map(({ key, label, monthly, once }) => ({
      key,
      label,
      ...(monthly !== undefined && { monthly: monthly.id }),
      ...(once !== undefined && { once: once.id }),
    })),
    monthly: totals.monthly?.id,
    yearly: totals.yearly?.id,
    once: totals.once?.id,
    missing,
    checks: checksOf(context, draft, totals, missing),
    proxy: draft.proxy,
  };
}

/** The monthly bill of the cloud: everything rented, before people. */
function cloudBill(
  context: NeedContext,
  draft: OptionDraft,
  parts: readonly PartDraft[],
  key: string,
): Figure | undefined {
  const monthly = parts.flatMap(monthlyOf);
  if (draft.cloud === undefined || monthly.length === 0) return undefined;
  const id = `cost.${draft.id}.${key}.monthly`;
  return context.engine.ledger.compute(
    { id, label: 'Bill of the cloud', unit: 'usd-per-month' },
    'sum',
    monthly,
  );
}

function supportParts(context: NeedContext, draft: OptionDraft, billed: readonly PartDraft[]): PartDraft[] {
  const bill = cloudBill(context, draft, billed, 'rented');
  if (bill === undefined) return [];
  const { engine } = context;
  const share = (key: string, label: string, of: 'support.cloud-share' | 'observability.cloud-share') => ({
    key,
    label,
    monthly: engine.ledger.compute(
      { id: `cost.${draft.id}.${key}.monthly`, label, unit: 'usd-per-month' },
      'share-of-bill',
      { bill, share: assumed(engine, of) },
    ),
  });
  return [
    share('support', 'Support plan', 'support.cloud-share'),
    share('observability', 'Logs, metrics and traces', 'observability.cloud-share'),
  ];
}

/** Money that is committed to this cloud and not used covers the bill, never more than the bill. */
function commitmentParts(context: NeedContext, draft: OptionDraft, parts: readonly PartDraft[]): PartDraft[] {
  const unused = draft.cloud === undefined ? undefined : context.unusedCommitments.get(draft.cloud);
  if (unused === undefined || unused.value <= 0) return [];
  const bill = cloudBill(context, draft, parts, 'cloud-bill');
  if (bill === undefined) return [];
  const label = 'Covered by the commitment already paid';
  const monthly = context.engine.ledger.compute(
    { id: `cost.${draft.id}.commitment.monthly`, label, unit: 'usd-per-month' },
    'covered-by-commitment',
    { bill, unused },
  );
  return [{ key: 'commitment', label, monthly }];
}

function totalsOf({ engine }: NeedContext, draft: OptionDraft, parts: readonly PartDraft[]): Totals {
  const { ledger } = engine;
  const prefix = `cost.${draft.id}`;
  const summed = (id: string, label: string, unit: 'usd' | 'usd-per-month', of: readonly Figure[]) =>
    of.length === 0 ? undefined : ledger.compute({ id: `${prefix}.${id}`, label, unit }, 'sum', of);
  const monthly = summed('monthly', 'Cost per month', 'usd-per-month', parts.flatMap(monthlyOf));
  const paid = parts.filter(({ key }) => key !== 'people' && key !== 'depreciation');
  const bills = summed('bills.monthly', 'Bills per month', 'usd-per-month', paid.flatMap(monthlyOf));
  const once = summed(
    'once',
    'Cost once',
    'usd',
    parts.flatMap((part) => (part.once === undefined ? [] : [part.once])),
  );
  const yearly =
    monthly &&
    ledger.compute(
      { id: `${prefix}.yearly`, label: 'Cost per year', unit: 'usd-per-year' },
      'year-of-months',
      {
        perMonth: monthly,
      },
    );
  const billsPerYear =
    bills &&
    ledger.compute(
      { id: `${prefix}.bills.yearly`, label: 'Bills per year', unit: 'usd-per-year' },
      'year-of-months',
      {
        perMonth: bills,
      },
    );
  const inFirstYear = [billsPerYear, once].filter((figure) => figure !== undefined);
  return {
    monthly,
    yearly,
    once,
    bills,
    firstYear: summed('first-year', 'Bills of the first year', 'usd', inFirstYear),
    wholeTime: overBudgetTime(engine, prefix, bills, once),
  };
}

/** Undefined where the client gave no budget for a time, or nothing could be priced. */
function overBudgetTime(
  { ledger }: NeedContext['engine'],
  prefix: string,
  perMonth: Figure | undefined,
  once: Figure | undefined,
): Figure | undefined {
  const seconds = ledger.get('answer.answers.budgetTotalOver');
  if (seconds === undefined || perMonth === undefined) return once;
  const described = {
    id: `${prefix}.over-budget-time`,
    label: 'Bills over the time of the budget',
    unit: 'usd',
  } as const;
  return once === undefined
    ? ledger.compute(described, 'bills-over-time', { perMonth, seconds })
    : ledger.compute(described, 'once-and-bills-over-time', { perMonth, seconds, once });
}

function monthlyOf(part: PartDraft): Figure[] {
  return part.monthly === undefined ? [] : [part.monthly];
}
