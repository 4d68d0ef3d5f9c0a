import type { Formula } from '../figure/formula.ts';

/** From units and prices to money. Every amount is in US dollars. */
export const costingFormulas = {
  'machines-per-month': {
    inputs: ['usdPerHour', 'hoursPerMonth', 'machines'],
    expression: 'usdPerHour × hoursPerMonth × machines',
    evaluate: (usdPerHour = 0, hoursPerMonth = 0, machines = 0) => usdPerHour * hoursPerMonth * machines,
  },
  'machines-per-month-sustained': {
    inputs: ['usdPerHour', 'hoursPerMonth', 'machines', 'sustainedUseFactor'],
    expression: 'usdPerHour × hoursPerMonth × machines × sustainedUseFactor',
    evaluate: (usdPerHour = 0, hoursPerMonth = 0, machines = 0, sustainedUseFactor = 0) =>
      usdPerHour * hoursPerMonth * machines * sustainedUseFactor,
  },
  'gpu-hours-bill': {
    inputs: ['gpuHours', 'usdPerMachineHour', 'gpusOfMachine'],
    expression: 'gpuHours ÷ gpusOfMachine × usdPerMachineHour',
    evaluate: (gpuHours = 0, usdPerMachineHour = 0, gpusOfMachine = Number.NaN) =>
      (gpuHours / gpusOfMachine) * usdPerMachineHour,
  },
  'gpu-hours-bill-interrupted': {
    inputs: ['gpuHours', 'usdPerMachineHour', 'gpusOfMachine', 'repeatedShare'],
    expression: 'gpuHours × (1 + repeatedShare) ÷ gpusOfMachine × usdPerMachineHour',
    evaluate: (gpuHours = 0, usdPerMachineHour = 0, gpusOfMachine = Number.NaN, repeatedShare = 0) =>
      ((gpuHours * (1 + repeatedShare)) / gpusOfMachine) * usdPerMachineHour,
  },
  'regional-price': {
    inputs: ['usdPerHourInUsEast1', 'regionalRatio'],
    expression: 'usdPerHourInUsEast1 × regionalRatio',
    evaluate: (usdPerHourInUsEast1 = 0, regionalRatio = 0) => usdPerHourInUsEast1 * regionalRatio,
  },
  'token-bill': {
    inputs: ['tokens', 'usdPerMillionTokens'],
    expression: 'tokens ÷ 10⁶ × usdPerMillionTokens',
    evaluate: (tokens = 0, usdPerMillionTokens = 0) => (tokens / 1e6) * usdPerMillionTokens,
  },
  'token-bill-with-cache': {
    inputs: ['tokens', 'usdPerMillionTokens', 'usdPerMillionCachedTokens', 'cachedShare'],
    expression:
      'tokens ÷ 10⁶ × (usdPerMillionTokens × (1 − cachedShare) + usdPerMillionCachedTokens × cachedShare)',
    evaluate: (tokens = 0, usdPerMillionTokens = 0, usdPerMillionCachedTokens = 0, cachedShare = 0) =>
      (tokens / 1e6) * (usdPerMillionTokens * (1 - cachedShare) + usdPerMillionCachedTokens * cachedShare),
  },
  'gb-of-tokens': {
    inputs: ['tokens', 'bytesPerToken'],
    expression: 'tokens × bytesPerToken ÷ 10⁹',
    evaluate: (tokens = 0, bytesPerToken = 0) => (tokens * bytesPerToken) / 1e9,
  },
  'share-of-bill': {
    inputs: ['bill', 'share'],
    expression: 'bill × share',
    evaluate: (bill = 0, share = 0) => bill * share,
  },
  'people-per-month': {
    inputs: ['people', 'usdPerPersonMonth'],
    expression: 'people × usdPerPersonMonth',
    evaluate: (people = 0, usdPerPersonMonth = 0) => people * usdPerPersonMonth,
  },
  'people-per-month-in-region': {
    inputs: ['people', 'usdPerPersonMonth', 'regionMultiplier'],
    expression: 'people × usdPerPersonMonth × regionMultiplier',
    evaluate: (people = 0, usdPerPersonMonth = 0, regionMultiplier = 0) =>
      people * usdPerPersonMonth * regionMultiplier,
  },
  'depreciation-per-month': {
    inputs: ['purchasePrice', 'lifeInMonths'],
    expression: 'purchasePrice ÷ lifeInMonths',
    evaluate: (purchasePrice = 0, lifeInMonths = Number.NaN) => purchasePrice / lifeInMonths,
  },
  'maintenance-per-month': {
    inputs: ['purchasePrice', 'sharePerYear'],
    expression: 'purchasePrice × sharePerYear ÷ 12',
    evaluate: (purchasePrice = 0, sharePerYear = 0) => (purchasePrice * sharePerYear) / 12,
  },
  'month-of-quarter': {
    inputs: ['perQuarter'],
    expression: 'perQuarter ÷ 3',
    evaluate: (perQuarter = 0) => perQuarter / 3,
  },
  'month-of-year': {
    inputs: ['perYear'],
    expression: 'perYear ÷ 12',
    evaluate: (perYear = 0) => perYear / 12,
  },
  'quarter-of-months': {
    inputs: ['perMonth'],
    expression: 'perMonth × 3',
    evaluate: (perMonth = 0) => perMonth * 3,
  },
  'bills-over-time': {
    inputs: ['perMonth', 'seconds'],
    expression: 'perMonth × seconds ÷ 2,628,000 seconds of a month',
    evaluate: (perMonth = 0, seconds = 0) => (perMonth * seconds) / 2_628_000,
  },
  'once-and-bills-over-time': {
    inputs: ['perMonth', 'seconds', 'once'],
    expression: 'once + perMonth × seconds ÷ 2,628,000 seconds of a month',
    evaluate: (perMonth = 0, seconds = 0, once = 0) => once + (perMonth * seconds) / 2_628_000,
  },
  'unused-commitment': {
    inputs: ['committed', 'usedPercent'],
    expression: 'committed × (1 − usedPercent/100), not below zero',
    evaluate: (committed = 0, usedPercent = 0) => Math.max(0, committed * (1 - usedPercent / 100)),
  },
  'covered-by-commitment': {
    inputs: ['bill', 'unused'],
    expression: 'minus the smaller of bill and unused',
    evaluate: (bill = 0, unused = 0) => -Math.min(bill, unused),
  },
  'break-even-requests': {
    inputs: ['fixedPerMonth', 'billedPerMonth', 'requestsPerMonth'],
    expression: 'fixedPerMonth ÷ (billedPerMonth, at least a cent, ÷ requestsPerMonth)',
    evaluate: (fixedPerMonth = 0, billedPerMonth = 0, requestsPerMonth = 0) =>
      (fixedPerMonth / Math.max(billedPerMonth, 0.01)) * requestsPerMonth,
  },
} as const satisfies Readonly<Record<string, Formula>>;
