import type { Assessment, Workload } from '../../assessment/assessment.ts';
import { foundationsOf, type Ledger } from '../../figure/ledger.ts';
import type { LedgerBuilder } from '../../figure/ledger-builder.ts';
import type { Figure, FigureId } from '../../figure/figure.ts';
import { type CostDrivers, costDrivers } from '../../forecast/drivers.ts';
import { type GrowthScenario, growthScenarios } from '../../forecast/growth-scenarios.ts';
import type { Option } from '../../options/option.ts';

export type GrowthChoice = GrowthScenario['id'] | 'none';

/** What changes from month to month for an option, and what is not known of it. */
export type Outlook = {
  growth: GrowthChoice;
  /** What a cost rests on, as it is in a month. Empty when nothing changes. */
  replacedIn: (month: number) => Map<FigureId, Figure>;
  /** Number of months from today to the end of a month, as a figure. */
  monthFigure: (month: number) => Figure;
  said: string[];
};

/**
 * The load grows as the client said: by `wanted` where that was said, else by the first way that the answers allow; it stays
 * where nothing was. Kept data grows by its own stated rate. Commitments stop covering anything when they end.
 */
export function outlookOf(
  assessment: Assessment,
  ledger: LedgerBuilder,
  option: Option,
  wanted?: GrowthChoice,
): Outlook {
  const known = ledger.ledger();
  const workload = assessment.workloads.find(({ id }) => id === option.need);
  const { scenarios, said } = growthScenarios(assessment, known, option.need);
  const scenario = wanted === undefined ? scenarios[0] : scenarios.find(({ id }) => id === wanted);
  const drivers = driversOf(known, option, workload);
  const commitments = commitmentsBehind(known, option);
  const dataGrowth = ledger.get(`answer.workloads.${option.need}.dataGrowthPerYear`);
  const monthFigure = (month: number) => monthsFromToday(ledger, month);
  return {
    growth: scenario?.id ?? 'none',
    monthFigure,
    replacedIn: (month) => {
      const months = monthFigure(month);
      const load = scenario && loadFactor(ledger, option.need, scenario, months);
      const data = dataGrowth && dataFactor(ledger, option.need, dataGrowth, months);
      return new Map([
        ...scaledBy(ledger, drivers.load, load),
        ...scaledBy(ledger, drivers.storage, data),
        ...commitments.flatMap(({ unused, endsIn }) =>
          endsIn === undefined
            ? []
            : [[unused.id, whileItLasts(ledger, unused, endsIn, months)] satisfies [string, Figure]],
        ),
      ]);
    },
    said: [
      ...said,
      ...(commitments.some(({ endsIn }) => endsIn === undefined)
        ? ['When the commitment that covers a part ends is not said; it counts for the whole time.']
        : []),
    ],
  };
}

function driversOf(
  ledger: Ledger,
  { monthly }: Option,
  workload: Workload | undefined,
): Pick<CostDrivers, 'load' | 'storage'> {
  return monthly === undefined || workload === undefined
    ? { load: [], storage: [] }
    : costDrivers(ledger, monthly, workload);
}

function monthsFromToday(ledger: LedgerBuilder, month: number): Figure {
  const id = `tco.months.${month}`;
  const held = ledger.get(id);
  if (held !== undefined) return held;
  const described = { id, label: 'Months from today', unit: 'months' } as const;
  return month === 1
    ? ledger.compute(described, 'first-month', {})
    : ledger.compute(described, 'month-after', { month: monthsFromToday(ledger, month - 1) });
}

function loadFactor(
  ledger: LedgerBuilder,
  need: string,
  { id: growth, restsOn }: GrowthScenario,
  months: Figure,
) {
  const id = `tco.${need}.${growth}.${months.value}`;
  const described = { id, label: 'Load over that of today', unit: 'ratio' } as const;
  const [said, time] = restsOn.map((figure) => ledger.get(figure));
  const held = ledger.get(id);
  if (held !== undefined || said === undefined) return held;
  if (growth === 'growth-linear')
    return ledger.compute(described, 'load-grown-linearly', { growthPercent: said, months });
  if (growth === 'growth-exponential')
    return ledger.compute(described, 'load-grown-compounding', { growthPercent: said, months });
  if (time === undefined) return undefined;
  return ledger.compute(
    described,
    growth === 'growth-step' ? 'load-grown-at-once' : 'load-grown-along-s-curve',
    { factor: said, seconds: time, months },
  );
}

function dataFactor(ledger: LedgerBuilder, need: string, growthPercent: Figure, months: Figure): Figure {
  const id = `tco.${need}.data.${months.value}`;
  return (
    ledger.get(id) ??
    ledger.compute({ id, label: 'Kept data over that of today', unit: 'ratio' }, 'load-grown-linearly', {
      growthPercent,
      months,
    })
  );
}

function scaledBy(
  ledger: LedgerBuilder,
  drivers: readonly FigureId[],
  factor: Figure | undefined,
): [FigureId, Figure][] {
  if (factor === undefined) return [];
  return drivers.flatMap((driver): [FigureId, Figure][] => {
    const amount = ledger.get(driver);
    if (amount === undefined) return [];
    const id = `${factor.id}.${driver}`;
    const { label, unit } = amount;
    const scaled = ledger.get(id) ?? ledger.compute({ id, label, unit }, 'product', { amount, factor });
    return [[driver, scaled]];
  });
}

type Commitment = { unused: Figure; endsIn: Figure | undefined };

/** The client's commitments that cover a part of the option. */
function commitmentsBehind(ledger: Ledger, { monthly }: Option): Commitment[] {
  if (monthly === undefined) return [];
  return [...foundationsOf(ledger, monthly)].flatMap((id): Commitment[] => {
    const [, commitment] = /^commitment\.(.+)\.unused\.monthly$/.exec(id) ?? [];
    const unused = ledger.get(id);
    return commitment === undefined || unused === undefined
      ? []
      : [{ unused, endsIn: ledger.get(`answer.commitments.${commitment}.endsIn`) }];
  });
}

function whileItLasts(ledger: LedgerBuilder, amount: Figure, secondsLeft: Figure, months: Figure): Figure {
  const id = `tco.${amount.id}.${months.value}`;
  const { label, unit } = amount;
  return (
    ledger.get(id) ?? ledger.compute({ id, label, unit }, 'until-it-ends', { amount, secondsLeft, months })
  );
}
