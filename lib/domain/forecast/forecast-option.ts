import type { Assessment } from '../assessment/assessment.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Figure, FigureId } from '../figure/figure.ts';
import { figureOf, type Ledger } from '../figure/ledger.ts';
import { sampleCount } from '../figure/sampling.ts';
import type { Option, OptionId } from '../options/option.ts';
import { costResponse } from './cost-response.ts';
import { costDrivers } from './drivers.ts';
import type { Growth } from './growth.ts';
import { type GrowthScenario, growthScenarios } from './growth-scenarios.ts';
import { machinePriceProcess } from './machine-price-process.ts';
import type { SimulatedBand } from './percentiles.ts';
import type { PriceProcess } from './price-process.ts';
import type { PriceSeries } from './price-series.ts';
import {
  bandAround,
  type ForecastTerms,
  scenarioSimulator,
  type SimulatedGrowth,
} from './scenario-simulator.ts';

/** What a forecast is made from: the frozen inputs of a run, its ledger, and the price history as series. */
export type ForecastInputs = {
  assessment: Assessment;
  catalogue: Catalogue;
  ledger: Ledger;
  series: readonly PriceSeries[];
};

export type ForecastScenarioId = 'no-change' | 'prices-move' | 'data-grows' | GrowthScenario['id'];

/** One future: the cost per month after each month from today, and of all months together. */
export type ForecastScenario = {
  id: ForecastScenarioId;
  label: string;
  months: SimulatedBand[];
  total: SimulatedBand;
  /** The answers that say how the load grows. */
  restsOn: FigureId[];
};

/** `cost` is the figure that is carried forward, in US dollars a month. `said`: what is not known or not in it. */
export type Forecast = {
  option: OptionId;
  cost: FigureId;
  scenarios: ForecastScenario[];
  prices: PriceProcess;
  said: string[];
};

/** More than ten thousand paths, each draw of a ledger equally often: else their medians would be off a little. */
const usualTerms: ForecastTerms = { months: 36, paths: 40 * sampleCount, seed: 'forecast' };

/**
 * The monthly cost of an option over the months to come, scenario by scenario: "no change" first, then with moving list
 * prices alone, with kept data growing, and with each way of growth that the client's answers allow; prices move in all of
 * these. Every scenario carries the uncertainty that today's cost has. One-off costs are not in it. Undefined when no
 * monthly part of the option could be priced.
 */
export function forecastOption(
  inputs: ForecastInputs,
  option: Option,
  someTerms: Partial<ForecastTerms> = {},
): Forecast | undefined {
  const terms = { ...usualTerms, ...someTerms };
  const { assessment, ledger } = inputs;
  const workload = assessment.workloads.find(({ id }) => id === option.need);
  if (option.monthly === undefined || workload === undefined) return undefined;
  const cost = figureOf(ledger, option.monthly);
  const drivers = costDrivers(ledger, cost.id, workload);
  const outlook = growthScenarios(assessment, ledger, option.need);
  const prices = machinePriceProcess(inputs, option, drivers.machinePrices);
  const simulate = scenarioSimulator({ cost, response: costResponse(ledger, cost, drivers), prices }, terms);
  const dataGrowth = ledger.get(`answer.workloads.${option.need}.dataGrowthPerYear`);
  const keepsData = dataGrowth !== undefined && dataGrowth.value !== 0 && drivers.storage.length > 0;
  const ofData = keepsData ? [dataGrowth.id] : [];
  const storageGrowthPercent = keepsData ? dataGrowth.value : 0;
  const pricesMove = { ...labelled('prices-move'), growthBy: unchanged, storageGrowthPercent: 0 };
  const dataGrows = { ...labelled('data-grows', ofData), growthBy: unchanged, storageGrowthPercent };
  const futures: (ScenarioHead & SimulatedGrowth)[] = [
    ...(prices.process.kind === 'constant' ? [] : [pricesMove]),
    ...(keepsData ? [dataGrows] : []),
    ...outlook.scenarios.map((growth) => ({
      ...growth,
      restsOn: [...growth.restsOn, ...ofData],
      storageGrowthPercent,
    })),
  ];
  return {
    option: option.id,
    cost: cost.id,
    scenarios: [
      noChange(cost, terms),
      ...futures.map(({ id, label, restsOn, ...growth }) => ({ id, label, restsOn, ...simulate(growth) })),
    ],
    prices: prices.process,
    said: [
      ...outlook.said,
      ...prices.said,
      ...(drivers.load.length === 0 && outlook.scenarios.length > 0 ? [loadDoesNotCount] : []),
      ...(option.missing.length > 0 ? [lowerBound] : []),
    ],
  };
}

const loadDoesNotCount = 'What was priced of this design does not depend on the load.';
const lowerBound = 'Every amount is a lower bound: parts of this design have no price.';

/** The load stays as it is. */
const unchanged = (): Growth => ({ shape: 'none' });

type ScenarioHead = Pick<ForecastScenario, 'id' | 'label' | 'restsOn'>;

const labels = {
  'no-change': 'Nothing changes',
  'prices-move': 'Load stays, list prices move as they did',
  'data-grows': 'Load stays, kept data grows as stated',
} as const;

function labelled(id: keyof typeof labels, restsOn: FigureId[] = []): ScenarioHead {
  return { id, label: labels[id], restsOn };
}

/** Today's cost with its band, month after month. */
function noChange(cost: Figure, { months }: ForecastTerms): ForecastScenario {
  const { p10, p90 } = bandAround(cost);
  const band: SimulatedBand = { p10, p50: cost.value, p90 };
  return {
    ...labelled('no-change'),
    months: Array.from({ length: months }, () => band),
    total: { p10: p10 * months, p50: cost.value * months, p90: p90 * months },
  };
}
