import { idealCoefficients } from '../sizing/serving/calibrated/case.fixture.ts';
import type { FittedModels } from './fitted-models.ts';

const range = { least: 1, most: 1e12 };
const band = { spread: { base: -2, load: 0, interference: 0, full: 0 }, low: -1.5, high: 1.5 };
const bands = { timePerOutputToken: band, timeToFirstToken: band };

/** Fitted models for tests: GPUs at their data sheet's rates, a utilisation of e^-1, bands of a few per cent. */
export const idealFit: FittedModels = {
  serving: {
    evidence: '0'.repeat(64),
    rows: 1,
    asOf: '2026-04-21',
    coefficients: idealCoefficients,
    bands: { onePool: bands, separatePools: bands },
    measured: {
      architectures: ['Hopper'],
      inputTokens: range,
      outputTokens: range,
      concurrency: range,
      activeParameters: range,
    },
  },
  training: {
    evidence: '0'.repeat(64),
    runs: 1,
    asOf: '2025-04',
    utilisation: { base: -1, size: 0, generations: { Hopper: 0 } },
    band: { low: -0.3, high: 0.4 },
    parameters: { least: 7e9, most: 70e9 },
    kilogramsCo2ePerKwh: 0.4,
  },
};
