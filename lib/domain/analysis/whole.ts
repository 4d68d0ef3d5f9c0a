import { type Cloud, clouds } from '../catalogue/prices.ts';
import { usdPerMonth } from '../costing/money.ts';
import type { Figure } from '../figure/figure.ts';
import type { Engine } from '../figure/leaves/engine.ts';
import type { Missing, Option } from '../options/option.ts';
import type { Need } from '../run/run.ts';
import { missingParts } from '../options/missing-parts.ts';

/**
 * The engagement as a whole: the bills of the cheapest feasible option of every need together, `whole.cheapest.monthly`,
 * less what unused commitments cover once; the running budget and what it leaves. Own people and depreciation are no bills.
 * Returns what the sum leaves out.
 */
export function summariseWhole(
  engine: Engine,
  needs: readonly Need[],
  unused: ReadonlyMap<Cloud, Figure>,
): Missing[] {
  const { ledger } = engine;
  const chosen = needs.flatMap((need) => cheapestFeasible(engine, need) ?? []);
  const gaps = sumGaps(needs, chosen);
  const gross = chosen.flatMap((option) => grossBill(engine, option) ?? []);
  const covered = clouds.flatMap((cloud) => coveredOf(engine, cloud, chosen, unused.get(cloud)));
  const once = chosen.flatMap(({ once: id }) => (id === undefined ? [] : (ledger.get(id) ?? [])));
  if (once.length > 0)
    ledger.compute(
      { id: 'whole.cheapest.once', label: 'One-off costs of the cheapest options', unit: 'usd' },
      'sum',
      once,
    );
  const budget = usdPerMonth(engine, 'answers.budgetRunning', engine.assessment.answers.budgetRunning);
  const budgetPerMonth =
    budget &&
    ledger.compute(
      {
        id: 'whole.budget.monthly-usd',
        label: 'Running budget per month, in US dollars',
        unit: 'usd-per-month',
      },
      'sum',
      [budget],
    );
  if (gross.length === 0) return gaps;
  const cheapest = ledger.compute(
    {
      id: 'whole.cheapest.monthly',
      label: 'Bills per month of the cheapest options together, own people apart',
      unit: 'usd-per-month',
    },
    'sum',
    [...gross, ...covered],
  );
  ledger.compute(
    {
      id: 'whole.cheapest.quarterly',
      label: 'Bills per quarter of the cheapest options together',
      unit: 'usd-per-quarter',
    },
    'quarter-of-months',
    { perMonth: cheapest },
  );
  ledger.compute(
    {
      id: 'whole.cheapest.yearly',
      label: 'Bills per year of the cheapest options together',
      unit: 'usd-per-year',
    },
    'year-of-months',
    { perMonth: cheapest },
  );
  if (budgetPerMonth === undefined) return gaps;
  ledger.compute(
    { id: 'whole.budget.headroom', label: 'What the running budget leaves per month', unit: 'usd-per-month' },
    'difference',
    { whole: budgetPerMonth, part: cheapest },
  );
  return gaps;
}

/** What the sum over all needs leaves out: needs without a feasible priced option, and parts of the others. */
function sumGaps(needs: readonly Need[], chosen: readonly Option[]): Missing[] {
  const left = needs
    .filter(({ id, options }) => options.length > 0 && !chosen.some(({ need }) => need === id))
    .map(({ title }) => ({
      what: `${title}, in the sum of all needs`,
      because: 'No option of it is both feasible and priced.',
    }));
  const parts = new Set(chosen.flatMap(({ missing }) => missing.map(({ what }) => what)));
  if (parts.size === 0) return left;
  const because = `The sum of the cheapest options is a lower bound: it lacks ${[...parts].toSorted().join(', ')}.`;
  return [...left, { what: 'Parts of the sum of all needs', because }];
}

/** The cheapest option by its bills of the first year that breaks no constraint and whose price is its own; else none. */
function cheapestFeasible({ ledger }: Engine, need: Need): Option | undefined {
  const billOf = (option: Option) =>
    ledger.get(`cost.${option.id}.first-year`)?.value ?? Number.POSITIVE_INFINITY;
  return need.options
    .filter((option) =>
      option.checks.every(({ constraint, verdict }) => constraint === 'budget' || verdict !== 'not-met'),
    )
    .filter(
      (option) =>
        !option.missing.some(
          ({ what }) => what === missingParts.tokens || what === missingParts.confirmedPrice,
        ),
    )
    .toSorted((a, b) => billOf(a) - billOf(b))[0];
}

function grossBill({ ledger }: Engine, option: Option): Figure | undefined {
  return ledger.get(`cost.${option.id}.cloud-bill.monthly`) ?? ledger.get(`cost.${option.id}.bills.monthly`);
}

/** A commitment covers the bills of all needs on its cloud once, however many there are. */
function coveredOf(
  { ledger }: Engine,
  cloud: Cloud,
  chosen: readonly Option[],
  unused: Figure | undefined,
): Figure[] {
  const bills = chosen
    .flatMap(({ id, parts }) =>
      parts.some(({ key }) => key === 'commitment')
        ? (ledger.get(`cost.${id}.cloud-bill.monthly`) ?? [])
        : [],
    )
    .filter(({ id }) => chosen.some((option) => id.startsWith(`cost.${option.id}.`) && isOn(option, cloud)));
  if (unused === undefined || bills.length === 0) return [];
  const bill = ledger.compute(
    { id: `whole.cheapest.bill-of.${cloud}`, label: 'Bills of this cloud together', unit: 'usd-per-month' },
    'sum',
    bills,
  );
  return [
    ledger.compute(
      {
        id: `whole.cheapest.covered.${cloud}`,
        label: 'Covered by the commitment already paid',
        unit: 'usd-per-month',
      },
      'covered-by-commitment',
      { bill, unused },
    ),
  ];
}

const providersOf: Readonly<Record<Cloud, readonly string[]>> = {
  aws: ['aws', 'AWS Bedrock'],
  azure: ['azure', 'Azure OpenAI'],
  gcp: ['gcp', 'Google Vertex AI'],
};

function isOn(option: Option, cloud: Cloud): boolean {
  return providersOf[cloud].includes(option.design.provider);
}
