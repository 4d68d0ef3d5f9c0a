import { gridIntensity, powerUsage } from '../catalogue/region-lookup.ts';
import type { CarbonFactor } from '../catalogue/region.ts';
import type { Figure } from '../figure/figure.ts';
import { assumed } from '../figure/leaves/assumed.ts';
import { measured } from '../figure/leaves/catalogued.ts';
import type { NeedContext, OptionDraft } from '../options/draft.ts';
import { acceleratorPower } from '../sizing/power/accelerator-power.ts';
import { gridOf } from '../sizing/power/electricity.ts';
import { inUsd } from './money.ts';

/**
 * Emissions of GPU work by the grid where it runs, `carbon.<option>.monthly` or `.once` in kg CO2e, and what they cost at the
 * client's own carbon price. Nothing is written where power, grid factor or losses are unknown: such emissions cannot be
 * told, which is not zero. Making the machines is not in it.
 */
export function writeEmissions(context: NeedContext, draft: OptionDraft): void {
  const { engine } = context;
  const place = placeOf(context, draft);
  const kilowattHours = place && energyOf(context, draft, place.effectiveness);
  if (place === undefined || kilowattHours === undefined) return;
  const once = draft.facts.gpuHours !== undefined;
  const kilograms = engine.ledger.compute(
    {
      id: `carbon.${draft.id}.${once ? 'once' : 'monthly'}`,
      label: once ? 'Emissions of the work' : 'Emissions per month',
      unit: once ? 'kg-co2e' : 'kg-co2e-per-month',
    },
    'emissions-kg',
    { kilowattHours, gramsPerKilowattHour: place.grid },
  );
  const usdPerTonne = inUsd(engine, 'answers.carbonPrice', engine.assessment.answers.carbonPrice);
  if (usdPerTonne === undefined) return;
  engine.ledger.compute(
    {
      id: `carbon.${draft.id}.${once ? 'once' : 'monthly'}.usd`,
      label: "Emissions at the client's carbon price",
      unit: once ? 'usd' : 'usd-per-month',
    },
    'cost-of-emissions',
    { kilograms, usdPerTonne },
  );
}

type Place = { grid: Figure; effectiveness: Figure };

function placeOf({ engine }: NeedContext, draft: OptionDraft): Place | undefined {
  if (draft.service === 'own-hardware') {
    const factor = gridOf(engine, draft.facts.ownPlace);
    return factor && { grid: gridFigure(engine, factor), effectiveness: assumed(engine, 'server.pue-own') };
  }
  const { cloud } = draft;
  const { region } = draft.design;
  if (cloud === undefined || region === undefined) return undefined;
  const factor = gridIntensity(engine.catalogue, cloud, region);
  const usage = powerUsage(engine.catalogue, cloud, region);
  if (factor === undefined || usage === undefined || usage.powerUsageEffectiveness === null) return undefined;
  const effectiveness = measured(engine, usage, {
    column: 'powerUsageEffectiveness',
    label: `Power usage effectiveness of ${region}`,
    unit: 'ratio',
    value: usage.powerUsageEffectiveness,
  });
  return { grid: gridFigure(engine, factor), effectiveness };
}

function gridFigure(engine: NeedContext['engine'], factor: CarbonFactor): Figure {
  return measured(engine, factor, {
    column: 'gridGramsCo2PerKwh',
    label: `Grid intensity, ${factor.location}`,
    unit: 'g-per-kwh',
    value: factor.gridGramsCo2PerKwh ?? 0,
  });
}

/** Of all GPU hours where the work is one-off, else of a month. */
function energyOf({ engine }: NeedContext, draft: OptionDraft, effectiveness: Figure): Figure | undefined {
  const { part, gpus, gpuHours } = draft.facts;
  if (part === undefined || gpus === undefined) return undefined;
  const kilowatts =
    engine.ledger.get(`size.${draft.id}.power`) ?? acceleratorPower(engine, draft.id, part, gpus)?.working;
  if (kilowatts === undefined) return undefined;
  if (gpuHours !== undefined) {
    const id = `size.${draft.id}.energy.once`;
    return (
      engine.ledger.get(id) ??
      engine.ledger.compute({ id, label: 'Electricity of the work', unit: 'kwh' }, 'energy-of-gpu-hours', {
        gpuHours,
        kilowatts,
        gpus,
        effectiveness,
      })
    );
  }
  const id = `size.${draft.id}.energy.monthly`;
  return (
    engine.ledger.get(id) ??
    engine.ledger.compute({ id, label: 'Electricity per month', unit: 'kwh-per-month' }, 'energy-per-month', {
      kilowatts,
      hoursPerMonth: assumed(engine, 'month.hours'),
      effectiveness,
    })
  );
}
