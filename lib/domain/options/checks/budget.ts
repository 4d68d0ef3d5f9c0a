import type { Figure } from '../../figure/figure.ts';
import { inUsd, usdPerMonth } from '../../costing/money.ts';
import { fig } from '../../gate/prose.ts';
import type { NeedContext, Totals } from '../draft.ts';
import type { Check, Missing } from '../option.ts';
import { within } from './performance.ts';

/**
 * The bills of an option against every budget that the client stated, each by its own period. Own people and depreciation
 * are not bills. A price that is not complete is only called within the budget when it takes less than half of it.
 */
export function budgetCheck(
  { engine }: NeedContext,
  totals: Totals,
  missing: readonly Missing[],
): Check | undefined {
  const { answers } = engine.assessment;
  const limits: { limit: Figure | undefined; cost: Figure | undefined; of: string }[] = [
    {
      limit: usdPerMonth(engine, 'answers.budgetRunning', answers.budgetRunning),
      cost: totals.bills,
      of: 'running budget',
    },
    {
      limit: inUsd(engine, 'answers.budgetFirstYear', answers.budgetFirstYear),
      cost: totals.firstYear,
      of: 'budget of the first year',
    },
    {
      limit: inUsd(engine, 'answers.budgetOnce', answers.budgetOnce),
      cost: totals.once,
      of: 'budget for investment',
    },
    {
      limit: inUsd(engine, 'answers.budgetThisYear', answers.budgetThisYear),
      cost: totals.once,
      of: 'rest of this budget year',
    },
    {
      limit: inUsd(engine, 'answers.budgetTotal', answers.budgetTotal),
      cost: totals.wholeTime,
      of: 'whole budget',
    },
  ];
  const judged = limits.flatMap(({ limit, cost, of }) =>
    limit === undefined || cost === undefined ? [] : [judge(limit, cost, of, missing)],
  );
  if (judged.length === 0) return undefined;
  const verdicts = judged.map(({ verdict }) => verdict);
  const verdict =
    verdicts.find((each) => each === 'not-met') ?? verdicts.find((each) => each === 'cannot-tell') ?? 'met';
  return { constraint: 'budget', verdict, because: judged.map(({ because }) => because).join(' ') };
}

function judge(
  limit: Figure,
  cost: Figure,
  of: string,
  missing: readonly Missing[],
): Omit<Check, 'constraint'> {
  const atLeast = missing.length > 0 ? 'at least ' : '';
  const because = `It takes ${atLeast}${fig(cost)} of the ${of}, which is ${fig(limit)}.`;
  const verdict = within(cost, limit);
  if (verdict !== 'met' || missing.length === 0 || cost.value <= limit.value / 2) return { verdict, because };
  const open = missing.map(({ what }) => what).join(', ');
  return { verdict: 'cannot-tell', because: `${because} Not in it: ${open}.` };
}
