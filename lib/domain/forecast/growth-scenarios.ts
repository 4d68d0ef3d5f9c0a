import type { Assessment, Workload } from '../assessment/assessment.ts';
import type { Figure, FigureId } from '../figure/figure.ts';
import type { Ledger } from '../figure/ledger.ts';
import { readValue } from '../assessment/read-answer.ts';
import type { Growth } from './growth.ts';

/**
 * One way in which the load may grow by what the client said. `growthBy` builds it from a way to read figures, so that
 * the same scenario gives the base case and every draw.
 */
export type GrowthScenario = {
  id: 'growth-linear' | 'growth-exponential' | 'growth-step' | 'growth-logistic';
  label: string;
  restsOn: FigureId[];
  growthBy: (read: (figure: Figure) => number) => Growth;
};

/** `said`: what about growth is not known, in sentences. */
export type GrowthOutlook = { scenarios: GrowthScenario[]; said: string[] };

/**
 * What the answers of a workload say about its growth. A growth per year is read both ways that people mean it, as a share
 * of today and as compounding; a later load at a known time comes as a step or along an S-curve. Nothing is assumed where
 * nothing was said: then there is no scenario, and the load stays as it is.
 */
export function growthScenarios({ workloads }: Assessment, ledger: Ledger, needId: string): GrowthOutlook {
  const workload = workloads.find(({ id }) => id === needId);
  if (workload === undefined) return { scenarios: [], said: [] };
  const answer = (field: string): Figure | undefined =>
    ledger.get(`answer.workloads.${workload.id}.${field}`);
  const perYear = answer('loadGrowthPerYear');
  const [factor, time] = [answer('laterLoadFactor'), answer('laterLoadIn')];
  const scenarios = [
    ...(perYear === undefined ? [] : yearly(perYear)),
    ...(factor === undefined || time === undefined ? [] : later(factor, time)),
  ];
  return { scenarios, said: [...unknownGrowth(scenarios, factor), ...unknownSeason(workload)] };
}

function yearly(perYear: Figure): GrowthScenario[] {
  const restsOn = [perYear.id];
  return [
    {
      id: 'growth-linear',
      label: 'Load grows by the same share of today every year',
      restsOn,
      growthBy: (read) => ({ shape: 'linear', sharePerYear: read(perYear) / 100 }),
    },
    {
      id: 'growth-exponential',
      label: 'Load grows by the same share of the year before',
      restsOn,
      growthBy: (read) => ({ shape: 'exponential', sharePerYear: read(perYear) / 100 }),
    },
  ];
}

const secondsPerMonth = 2_628_000;

function later(factor: Figure, time: Figure): GrowthScenario[] {
  const restsOn = [factor.id, time.id];
  const terms = (read: (figure: Figure) => number) => ({
    factor: Math.max(0, read(factor)),
    months: Math.max(0, read(time)) / secondsPerMonth,
  });
  return [
    {
      id: 'growth-step',
      label: 'Load rises at once when the client expects it',
      restsOn,
      growthBy: (read) => ({ shape: 'step', ...terms(read) }),
    },
    {
      id: 'growth-logistic',
      label: 'Load rises along an S-curve until the time the client expects',
      restsOn,
      growthBy: (read) => ({ shape: 'logistic', ...terms(read) }),
    },
  ];
}

function unknownGrowth(scenarios: readonly GrowthScenario[], factor: Figure | undefined): string[] {
  if (scenarios.length > 0) return [];
  return factor === undefined
    ? ['How the load grows is not said, so it stays as it is.']
    : ['When the larger load is reached is not said, so the load stays as it is.'];
}

function unknownSeason({ answers }: Workload): string[] {
  return readValue(answers.loadPattern) === 'seasonal'
    ? ['The load has seasons, but how far they swing is not said; every month counts as an average one.']
    : [];
}
