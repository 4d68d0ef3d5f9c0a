import type { Formula } from '../../figure/formula.ts';

/** How far above the present volume a break-even is looked for. */
export const volumesLookedAt = 10_000;

const crossing =
  'Smallest volume v with buyFixed + buyPerRequest × v ≥ buildFixed + buildPerRequest × v + usdPerMachine × machines(v), machines in whole numbers';

const inputs = [
  'buyFixed',
  'buyPerRequest',
  'buildFixed',
  'buildPerRequest',
  'usdPerMachine',
  'requestsOfMachine',
  'requestsPerMonth',
] as const;

/** Token prices against machines over the volume. Amounts are US dollars a month, volumes requests a month. */
export const buildOrBuyFormulas = {
  'with-shares-of-bill': {
    inputs: ['bill', 'supportShare', 'observabilityShare'],
    expression: 'bill × (1 + supportShare + observabilityShare)',
    evaluate: (bill = 0, supportShare = 0, observabilityShare = 0) =>
      bill * (1 + supportShare + observabilityShare),
  },
  'requests-of-a-machine': {
    inputs: ['requestsPerMonth', 'peak', 'peakOfReplica', 'gpusOfReplica', 'gpusOfMachine'],
    expression: 'requestsPerMonth ÷ peak × peakOfReplica × gpusOfMachine ÷ gpusOfReplica',
    evaluate: (
      requestsPerMonth = 0,
      peak = Number.NaN,
      peakOfReplica = 0,
      gpusOfReplica = Number.NaN,
      gpusOfMachine = 0,
    ) => ((requestsPerMonth / peak) * peakOfReplica * gpusOfMachine) / gpusOfReplica,
  },
  'first-break-even': {
    inputs,
    expression:
      'the smallest volume at which machines cost no more than tokens, at most 10⁴ × requestsPerMonth',
    source: crossing,
    evaluate: (...values) => {
      const { fixedGap, perRequest, usdPerMachine, requestsOfMachine, most } = termsOf(values);
      if (fixedGap + usdPerMachine <= 0) return 0;
      const perFullMachine = perRequest * requestsOfMachine - usdPerMachine;
      const never = perRequest <= 0 || (perFullMachine < fixedGap && perFullMachine <= 0);
      if (never) return most;
      const machines = perFullMachine >= fixedGap ? 1 : Math.ceil(fixedGap / perFullMachine - 1e-9);
      return Math.min(most, (fixedGap + machines * usdPerMachine) / perRequest);
    },
  },
  'lasting-break-even': {
    inputs,
    expression:
      'the volume from which on machines never cost more than tokens, at most 10⁴ × requestsPerMonth',
    source: crossing,
    evaluate: (...values) => {
      const { fixedGap, perRequest, usdPerMachine, requestsOfMachine, most } = termsOf(values);
      const perFullMachine = perRequest * requestsOfMachine - usdPerMachine;
      if (!(perFullMachine > 0)) return most;
      const machines = Math.ceil((fixedGap + usdPerMachine) / perFullMachine - 1e-9);
      return machines <= 0 ? 0 : Math.min(most, (fixedGap + machines * usdPerMachine) / perRequest);
    },
  },
} as const satisfies Readonly<Record<string, Formula>>;

/** `perRequest` is what a request saves on machines that are there already, `fixedGap` what they cost more before any. */
function termsOf([
  buyFixed = 0,
  buyPerRequest = 0,
  buildFixed = 0,
  buildPerRequest = 0,
  usdPerMachine = 0,
  requestsOfMachine = 0,
  requestsPerMonth = 0,
]: readonly number[]) {
  return {
    fixedGap: buildFixed - buyFixed,
    perRequest: buyPerRequest - buildPerRequest,
    usdPerMachine,
    requestsOfMachine,
    most: volumesLookedAt * requestsPerMonth,
  };
}
