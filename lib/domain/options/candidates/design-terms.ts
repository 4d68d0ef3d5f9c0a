import { accelerator } from '../../catalogue/accelerator-lookup.ts';
import { assumption, sustainedUseFactor } from '../../catalogue/assumption-lookup.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { purchaseKinds } from '../../catalogue/prices.ts';
import { gridIntensity, powerUsage } from '../../catalogue/region-lookup.ts';
import { formulas } from '../../formulas.ts';
import type { Offer } from '../market.ts';
import type { DesignTerms } from './candidate-designs.ts';

/** Where spare machines cease to tell in any availability that is promised, however many are needed. */
const usualMostSpare = 4;

/** The terms of designs by the catalogue: its assumptions, data sheets and regional factors. What it does not say is NaN. */
export function designTerms(
  catalogue: Catalogue,
  {
    purchases = purchaseKinds,
    mostSpare = usualMostSpare,
  }: Partial<Pick<DesignTerms, 'purchases' | 'mostSpare'>> = {},
): DesignTerms {
  const assumed = (id: Parameters<typeof assumption>[1]) => assumption(catalogue, id).value;
  const grams = new Map<string, number>();
  return {
    hoursPerMonth: assumed('month.hours'),
    purchases,
    mostSpare,
    machineDownShare: assumed('availability.machine-down-share'),
    spotDownShare: assumed('availability.spot-down-share'),
    regionDownShare: assumed('availability.region-down-share'),
    sustainedUse: ({ cloud, sku }) =>
      cloud === 'gcp' ? (sustainedUseFactor(catalogue, sku)?.value ?? 1) : 1,
    wattsOf: (offer) => wattsOf(catalogue, offer),
    gramsPerKwhIn: ({ cloud, region }) => {
      const key = `${cloud}/${region}`;
      const held = grams.get(key) ?? gramsIn(catalogue, cloud, region);
      grams.set(key, held);
      return held;
    },
  };
}

function wattsOf(catalogue: Catalogue, { gpuModel, gpuCount, vcpu }: Offer): number {
  const assumed = (id: Parameters<typeof assumption>[1]) => assumption(catalogue, id).value;
  if (gpuModel === null || gpuCount === null)
    return vcpu === null ? Number.NaN : vcpu * assumed('power.watts-per-vcpu');
  const rated = accelerator(catalogue, gpuModel)?.thermalDesignPowerWatts ?? null;
  if (rated === null) return Number.NaN;
  const kilowatts = formulas['accelerator-power'].evaluate(
    gpuCount,
    rated,
    assumed('power.gpu-utilisation'),
    assumed('power.server-overhead-watts'),
  );
  return kilowatts * 1_000;
}

function gramsIn(catalogue: Catalogue, cloud: Offer['cloud'], region: string): number {
  const grid = gridIntensity(catalogue, cloud, region)?.gridGramsCo2PerKwh ?? null;
  const usage = powerUsage(catalogue, cloud, region)?.powerUsageEffectiveness ?? null;
  return grid === null || usage === null ? Number.NaN : grid * usage;
}
