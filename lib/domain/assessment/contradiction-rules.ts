import type { Said } from './said.ts';

/** A rule over two questions of one questionnaire, or of one and the questions about the client. */
export type ContradictionRule = {
  first: string;
  second: string;
  secondIs?: 'about-client';
  reason: string;
  /** Whether the two cannot both hold; `beside` reads a third answer of the first one's questionnaire. */
  contradicts: (first: Said, second: Said, beside: (fieldId: string) => Said | undefined) => boolean;
};

const secondsPerDay = 86_400;
const secondsPerYear = 365 * secondsPerDay;
const daysPerMonth = 365 / 12;
/** How far two counts of the same load may be apart before one of them is taken to be wrong. */
const tolerance = 2;

const aboutLoad: ContradictionRule[] = [
  {
    first: 'peakRequestsPerSecond',
    second: 'averageRequestsPerSecond',
    reason: 'The peak is below the average.',
    contradicts: below,
  },
  {
    first: 'peakRequestsPerSecond',
    second: 'requestsPerDay',
    reason: 'The peak is below the average that the requests of a day make.',
    contradicts: (peak, day) => high(peak) < low(day) / secondsPerDay,
  },
  {
    first: 'requestsPerDay',
    second: 'requestsPerUserPerMonth',
    reason: 'Users times requests of a user make another load than the requests of a day.',
    contradicts: (day, perUser, beside) => {
      const users = beside('activeUsers');
      if (users === undefined) return false;
      const most = (high(users) * high(perUser)) / daysPerMonth;
      const least = (low(users) * low(perUser)) / daysPerMonth;
      return most * tolerance < low(day) || least > high(day) * tolerance;
    },
  },
  {
    first: 'busyShareOfDay',
    second: 'busyHoursPerDay',
    reason: 'The busy hours hold less of the load than as many ordinary hours would.',
    contradicts: (share, hours) => high(share) < (low(hours) / 24) * 100,
  },
  {
    first: 'laterLoadFactor',
    second: 'loadGrowthPerYear',
    reason: 'The load is to shrink and to grow.',
    contradicts: (factor, growth) =>
      (low(factor) > 1 && high(growth) < 0) || (high(factor) < 1 && low(growth) > 0),
  },
  {
    first: 'totalTime',
    second: 'firstTokenTime',
    reason: 'The whole answer is to be there before its first words.',
    contradicts: below,
  },
];

const aboutService: ContradictionRule[] = [
  {
    first: 'availability',
    second: 'recoveryTime',
    reason: 'One recovery takes longer than all the downtime that the availability allows in a year.',
    contradicts: (availability, recovery) => low(recovery) > downtimePerYear(availability),
  },
  {
    first: 'availability',
    second: 'failover',
    reason: 'This availability leaves no time for a failover by hand.',
    contradicts: (availability, failover) =>
      shareOf(availability) >= 99.99 && chose(failover, ['none', 'manual']),
  },
  {
    first: 'serviceTimes',
    second: 'serviceHoursPerWeek',
    reason: 'The service times and the hours of a week do not agree.',
    contradicts: (times, hours) =>
      (chose(times, ['around-the-clock']) && high(hours) < 168) ||
      (chose(times, ['office-hours']) && low(hours) >= 100),
  },
  {
    first: 'residency',
    second: 'residency',
    secondIs: 'about-client',
    reason: 'Its data must stay where the data of the client may not be.',
    contradicts: (here, client) =>
      !here.options.some((one) => client.options.some((other) => overlap(one, other))),
  },
  {
    first: 'dataClasses',
    second: 'frameworks',
    secondIs: 'about-client',
    reason: 'No rules are said to apply, but there is data that rules protect.',
    contradicts: (classes, frameworks) =>
      chose(classes, ['personal', 'special-category', 'health', 'payment']) && chose(frameworks, ['none']),
  },
  {
    first: 'goLive',
    second: 'timeline',
    secondIs: 'about-client',
    reason: 'It goes live after results are needed.',
    contradicts: above,
  },
  {
    first: 'pilotUsers',
    second: 'aiMaturity',
    secondIs: 'about-client',
    reason: 'There was a pilot, but no AI is said to be in use or on trial.',
    contradicts: (users, maturity) => low(users) > 0 && chose(maturity, ['none']),
  },
];

const aboutPlaces: ContradictionRule[] = [
  {
    first: 'dataNotToLeave',
    second: 'dataStored',
    reason: 'More data may not leave its place than there is.',
    contradicts: above,
  },
  {
    first: 'roomPowerUsed',
    second: 'roomPowerLimit',
    reason: 'More power is used than the room can supply.',
    contradicts: above,
  },
  {
    first: 'availableIn',
    second: 'status',
    reason: 'The machines are installed, but not available yet.',
    contradicts: (wait, status) => low(wait) > 0 && chose(status, ['installed']),
  },
  {
    first: 'ownDataCentres',
    second: 'clouds',
    reason: 'The number of own data centres and the list of where systems run do not agree.',
    contradicts: (centres, clouds) =>
      (low(centres) > 0 && !chose(clouds, ['own-data-centre'])) ||
      (high(centres) === 0 && chose(clouds, ['own-data-centre'])),
  },
  {
    first: 'network',
    second: 'clouds',
    reason: 'The network is of own sites only, but systems run in a cloud.',
    contradicts: (network, clouds) =>
      chose(network, ['on-premises']) && chose(clouds, ['aws', 'azure', 'gcp', 'ibm', 'alibaba']),
  },
  {
    first: 'disasterRecovery',
    second: 'backupTested',
    reason: 'Restores are said to be tested, and not to be.',
    contradicts: (recovery, tested) => chose(recovery, ['tested-backups']) && chose(tested, ['no']),
  },
  {
    first: 'containerisation',
    second: 'kubernetes',
    reason: 'The client runs its own Kubernetes, but nobody knows it.',
    contradicts: (containers, skill) => chose(containers, ['kubernetes']) && chose(skill, ['none']),
  },
];

const aboutPeopleAndMoney: ContradictionRule[] = [
  ...['developers', 'platformEngineers', 'mlEngineers', 'dataEngineers', 'dataScientists'].map((team) => ({
    first: team,
    second: 'employees',
    reason: 'The team is larger than the organisation.',
    contradicts: above,
  })),
  {
    first: 'budgetRunning',
    second: 'budgetFirstYear',
    reason: 'A year of the running budget is more than the budget of the first year, all in.',
    contradicts: costsMore,
  },
  {
    first: 'migrationBudget',
    second: 'budgetTotal',
    reason: 'Moving may cost more than the whole undertaking.',
    contradicts: costsMore,
  },
];

/** What cannot both hold, question by question. */
export const contradictionRules: readonly ContradictionRule[] = [
  ...aboutLoad,
  ...aboutService,
  ...aboutPlaces,
  ...aboutPeopleAndMoney,
];

function below(first: Said, second: Said): boolean {
  return high(first) < low(second);
}

function above(first: Said, second: Said): boolean {
  return low(first) > high(second);
}

/** Amounts in different currencies, or one due once and one by the year, are not compared. */
function costsMore({ money: first }: Said, { money: second }: Said): boolean {
  if (first === undefined || second === undefined) return false;
  const comparable = first.currency === second.currency && first.once === second.once;
  return comparable && first.amount.low > second.amount.high;
}

function chose(said: Said, options: readonly string[]): boolean {
  return said.options.some((option) => options.includes(option));
}

/** The low end of a number; without one, no comparison holds. */
function low({ number }: Said): number {
  return number?.low ?? Number.NaN;
}

function high({ number }: Said): number {
  return number?.high ?? Number.NaN;
}

/** An availability option as a share in percent; best effort is no number. */
function shareOf(availability: Said): number {
  return Number(availability.options[0]);
}

function downtimePerYear(availability: Said): number {
  return (1 - shareOf(availability) / 100) * secondsPerYear;
}

const countriesOfEu = ['de', 'es', 'fr', 'ie', 'it', 'nl'];

function overlap(one: string, other: string): boolean {
  return (
    one === other ||
    (one === 'eu' && countriesOfEu.includes(other)) ||
    (other === 'eu' && countriesOfEu.includes(one))
  );
}
