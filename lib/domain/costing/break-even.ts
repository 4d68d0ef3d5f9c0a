import type { Figure } from '../figure/figure.ts';
import type { NeedContext, OptionDraft } from '../options/draft.ts';
import type { ServingLoad } from '../sizing/load/serving-load.ts';

/**
 * The volume at which the cheapest rented machines cost as much as the cheapest token API,
 * `load.<workload>.break-even-requests-per-month`, and how often that is the present volume. It holds as far as the machines
 * carry that volume, and compares prices alone: people and quality are not in it. Nothing is written without a known load.
 */
export function writeBreakEven(
  { engine, workload }: NeedContext,
  { requestsPerMonth }: ServingLoad,
  byToken: readonly OptionDraft[],
  onGpus: readonly OptionDraft[],
): void {
  const tokens = cheapest(byToken.filter(({ missing }) => missing.length === 0));
  const machines = cheapest(onGpus);
  if (requestsPerMonth === undefined || tokens === undefined || machines === undefined) return;
  if (requestsPerMonth.value <= 0 || sumOf(tokens) < 0.01) return;
  const { ledger } = engine;
  const prefix = `load.${workload.id}`;
  const total = (id: string, label: string, parts: Figure[]) =>
    ledger.compute({ id: `${prefix}.${id}`, label, unit: 'usd-per-month' }, 'sum', parts);
  const breakEven = ledger.compute(
    {
      id: `${prefix}.break-even-requests-per-month`,
      label:
        'Requests per month at which the cheapest rented machines cost as much as the cheapest token API',
      unit: 'requests-per-month',
    },
    'break-even-requests',
    {
      fixedPerMonth: total('cheapest-machines', 'Cheapest rented machines', machines),
      billedPerMonth: total('cheapest-tokens', 'Cheapest tokens', tokens),
      requestsPerMonth,
    },
  );
  ledger.compute(
    {
      id: `${prefix}.break-even-over-volume`,
      label: 'Break-even volume over the present one',
      unit: 'ratio',
    },
    'quotient',
    { amount: breakEven, divisor: requestsPerMonth },
  );
}

/** The monthly parts of the design that costs least per month. */
function cheapest(drafts: readonly OptionDraft[]): Figure[] | undefined {
  return drafts
    .map(({ parts }) => parts.flatMap(({ monthly }) => (monthly === undefined ? [] : [monthly])))
    .filter((parts) => parts.length > 0)
    .toSorted((a, b) => sumOf(a) - sumOf(b))[0];
}

function sumOf(parts: readonly Figure[]): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}
