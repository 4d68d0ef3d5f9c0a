import { readFile } from 'node:fs/promises';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { readEvidence } from '#lib/data/catalogue/read-evidence.ts';
import { computeBase } from '#lib/domain/analysis/compute-base.ts';
import { parseAssessment } from '#lib/domain/assessment/parse-assessment.ts';
import { ledgerOf } from '#lib/domain/figure/ledger.ts';
import { backTestPrices } from '#lib/domain/forecast/back-test.ts';
import { costDrivers } from '#lib/domain/forecast/drivers.ts';
import { dayAfter } from '#lib/domain/forecast/fit-prices.ts';
import { forecastOption } from '#lib/domain/forecast/forecast-option.ts';
import type { ForecastInputs } from '#lib/domain/forecast/forecast-option.ts';
import { machinePriceProcess } from '#lib/domain/forecast/machine-price-process.ts';
import { pricePaths } from '#lib/domain/forecast/price-paths.ts';
import { type PriceSeries, priceSeries } from '#lib/domain/forecast/price-series.ts';
import { randomStream } from '#lib/domain/forecast/random-stream.ts';
import type { Option } from '#lib/domain/options/option.ts';
import { naiveForecast } from './naive-forecast.ts';

const barMs = 250;
const months = 36;
const paths = 10_240;
const rounds = 9;
/** Largest gap between what a band claims and what it covered that is still called honest. */
const coverageGap = 0.1;
/** Forecasts from fewer days than this are printed and not judged: they look at one and the same stretch of history. */
const fewestDays = 12;

/**
 * The forecast of a rented option with all its scenarios, against the bar and beside the naive way for one of them; then
 * how often past forecasts of prices held what they claimed. True when the bar is met and no coverage falls short.
 */
export async function benchForecast(): Promise<boolean> {
  const [catalogue, { priceHistory }] = await Promise.all([readCatalogue(), readEvidence()]);
  const series = priceSeries(priceHistory, catalogue.compute);
  const file = new URL('../../examples/clinical-notes.json', import.meta.url);
  const parsed = parseAssessment(JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const { assessment } = parsed;
  const { figures, needs } = computeBase(assessment, catalogue);
  const option = needs
    .flatMap(({ options }) => options)
    .find(({ design, service }) => design.purchase === 'ondemand' && service === 'gpu-cloud');
  if (option === undefined) throw new Error('The example has no machines on demand.');
  const fast = benchTime({ assessment, catalogue, series, ledger: ledgerOf(figures) }, option);
  const honest = printCoverage(series);
  return fast && honest;
}

function benchTime(inputs: ForecastInputs, option: Option): boolean {
  const times = Array.from({ length: rounds }, () =>
    timed(() => forecastOption(inputs, option, { months, paths })),
  );
  const cold = times[0] ?? Number.NaN;
  const median = times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
  const scenarios = forecastOption(inputs, option, { months, paths })?.scenarios ?? [];
  const naive = timed(() => naiveScenario(inputs, option));
  process.stdout.write(
    `${option.id}, ${scenarios.length} scenarios, ${paths} paths, ${months} months: first ${cold.toFixed(0)} ms, median ${median.toFixed(0)} ms (bar ${barMs} ms); ` +
      `naive, one scenario: ${naive.toFixed(0)} ms\n`,
  );
  return cold < barMs && median < barMs;
}

function naiveScenario(inputs: ForecastInputs, option: Option): void {
  const { ledger, assessment } = inputs;
  const workload = assessment.workloads.find(({ id }) => id === option.need);
  if (option.monthly === undefined || workload === undefined)
    throw new Error('The option has no monthly cost.');
  const drivers = costDrivers(ledger, option.monthly, workload);
  const { process: moving } = machinePriceProcess(inputs, option, drivers.machinePrices);
  const prices = pricePaths(moving, { months, paths }, randomStream('naive'));
  const growth = { shape: 'linear', sharePerYear: 1 } as const;
  naiveForecast({ ledger, cost: option.monthly, drivers, growth, prices, months, paths });
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Forecasts from the first of every month since there is a spot history, each judged by the history after it. */
function printCoverage(series: readonly PriceSeries[]): boolean {
  const from = Array.from({ length: 32 }, (_, month) => dayAfter('2023-11-01', month));
  const coverage = backTestPrices(series, { from, monthsAhead: [3, 6, 12, 18, 24], seed: 'bench' });
  const percent = (share: number): string => `${(100 * share).toFixed(0)} %`.padStart(5);
  process.stdout.write(
    '\nBands of past price forecasts, fitted on what was known on the day, judged by what came after\n',
  );
  for (const { kind, machine, monthsAhead, cases, days, inside, below, above, claimed } of coverage)
    process.stdout.write(
      `${`${kind}, ${machine}`.padEnd(22)} ${String(monthsAhead).padStart(2)} months ahead: inside ${percent(inside)} (claimed ${percent(claimed)}), ` +
        `below ${percent(below)}, above ${percent(above)}; ${cases} prices from ${days} days\n`,
    );
  const judged = coverage.filter(({ days }) => days >= fewestDays);
  const wanting = judged.filter(({ inside, claimed }) => inside < claimed - coverageGap);
  process.stdout.write(
    `${wanting.length} of ${judged.length} rows from ${fewestDays} days or more cover less than they claim by more than ${percent(coverageGap).trim()} (bar 0)\n`,
  );
  return wanting.length === 0;
}
