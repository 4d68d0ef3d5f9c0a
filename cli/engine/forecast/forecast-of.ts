import { computeBase } from '#lib/domain/analysis/compute-base.ts';
import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import { ledgerOf } from '#lib/domain/figure/ledger.ts';
import { type ForecastInputs, forecastOption } from '#lib/domain/forecast/forecast-option.ts';
import type { PriceSeries } from '#lib/domain/forecast/price-series.ts';
import { chooseOption } from '#lib/domain/options/choose-option.ts';
import type { Need } from '#lib/domain/run/run.ts';
import { readAssessment } from '../read-assessment.ts';

/**
 * The monthly cost of the option to recommend for every need of the assessment in a line, 36 months ahead: p10, p50 and p90 in
 * US dollars per scenario, "nothing changes" first. A need without a priced option is refused with the reason.
 */
export function forecastOf(catalogue: Catalogue, series: readonly PriceSeries[], text: string) {
  const assessment = readAssessment(text);
  const { figures, needs } = computeBase(assessment, catalogue);
  const inputs = { assessment, catalogue, series, ledger: ledgerOf(figures) };
  return { needs: needs.map((need) => forecastOfNeed(inputs, need)) };
}

function forecastOfNeed(inputs: ForecastInputs, need: Need) {
  const { id, title } = need;
  const option = chooseOption(need, inputs)?.option;
  if (option === undefined) return { id, title, refused: 'no design could be priced' };
  const forecast = forecastOption(inputs, option);
  if (forecast === undefined) return { id, title, option: option.id, refused: 'it has no monthly cost' };
  return {
    id,
    title,
    option: option.id,
    scenarios: forecast.scenarios.map(({ id: scenario, label, months, total }) => ({
      id: scenario,
      label,
      months,
      total,
    })),
    said: forecast.said,
  };
}
