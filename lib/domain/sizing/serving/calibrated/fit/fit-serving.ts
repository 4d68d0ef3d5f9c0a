import { mapCoefficients } from '../coefficient-names.ts';
import type { FittedServing } from '../fitted-serving.ts';
import { hashServingEvidence } from './evidence-hash.ts';
import { newestDate } from '../../../../catalogue/newest-date.ts';
import { fitBand } from './fit-band.ts';
import { fitCoefficients } from './fit-coefficients.ts';
import { fitsWithoutGroup, type LeftOut, leaveOut } from './leave-out.ts';
import { isUsable, observe, type ServingEvidence, type UsableObservation } from './observation.ts';

/**
 * The serving model fitted to all measurements, its bands to groups left out in turn. Deterministic; numbers are rounded
 * to five digits, beyond which processors may differ.
 */
export function fitServing(evidence: ServingEvidence): FittedServing {
  const usable = observe(evidence).filter(isUsable);
  const leftOut = leaveOut(usable, fitsWithoutGroup(usable));
  const coefficients = fitCoefficients(usable);
  return {
    evidence: hashServingEvidence(evidence),
    rows: usable.length,
    asOf: newestDate(usable.map(({ measurement }) => measurement)),
    coefficients: mapCoefficients((name) => rounded(coefficients[name])),
    bands: fitBands(leftOut),
    measured: measuredRange(usable),
  };
}

/** Bands of both latencies in both modes, from rows left out. */
export function fitBands(leftOut: readonly LeftOut[]): FittedServing['bands'] {
  const ofMode = (mode: 'agg' | 'disagg') => {
    const rows = leftOut.filter(({ observation }) => observation.measurement.mode === mode);
    return {
      timePerOutputToken: roundedBand(fitBand(rows, ({ tokenError }) => tokenError)),
      timeToFirstToken: roundedBand(fitBand(rows, ({ firstTokenError }) => firstTokenError)),
    };
  };
  return { onePool: ofMode('agg'), separatePools: ofMode('disagg') };
}

/** What the observations reach to. */
export function measuredRange(observations: readonly UsableObservation[]): FittedServing['measured'] {
  const range = (valueOf: (observation: UsableObservation) => number) => {
    const values = observations.map(valueOf);
    return { least: Math.min(...values), most: Math.max(...values) };
  };
  return {
    architectures: [...new Set(observations.map(({ part }) => part.architecture))].toSorted(),
    inputTokens: range(({ measurement }) => measurement.inputTokens),
    outputTokens: range(({ measurement }) => measurement.outputTokens),
    concurrency: range(({ read }) => read.deployment.decode.concurrency),
    activeParameters: range(({ model }) => model.parametersActive ?? 1),
  };
}

function roundedBand(band: FittedServing['bands']['onePool']['timePerOutputToken']): typeof band {
  const { base, load, interference, full } = band.spread;
  return {
    spread: {
      base: rounded(base),
      load: rounded(load),
      interference: rounded(interference),
      full: rounded(full),
    },
    low: rounded(band.low),
    high: rounded(band.high),
  };
}

function rounded(value: number): number {
  return Number(value.toPrecision(5));
}
