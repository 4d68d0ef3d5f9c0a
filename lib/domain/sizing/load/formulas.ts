import type { Formula } from '../../figure/formula.ts';

/** Days of an average month of a 365-day year, five sevenths of which are working days. */
const daysPerMonth = 365 / 12;

/** What the answers about use say in requests, tokens and peaks. */
export const loadFormulas = {
  'requests-per-month-from-days': {
    inputs: ['perWorkingDay', 'perWeekendDay'],
    expression: '(perWorkingDay × 5/7 + perWeekendDay × 2/7) × 365/12',
    evaluate: (perWorkingDay = 0, perWeekendDay = 0) =>
      ((perWorkingDay * 5 + perWeekendDay * 2) / 7) * daysPerMonth,
  },
  'requests-per-month-from-users': {
    inputs: ['users', 'perUserAndMonth'],
    expression: 'users × perUserAndMonth',
    evaluate: (users = 0, perUserAndMonth = 0) => users * perUserAndMonth,
  },
  'requests-per-working-day': {
    inputs: ['perMonth', 'weekdayShare'],
    expression: 'perMonth ÷ (365/12) × 7/5 × weekdayShare',
    evaluate: (perMonth = 0, weekdayShare = 0) => ((perMonth / daysPerMonth) * 7 * weekdayShare) / 5,
  },
  'peak-of-busy-hours': {
    inputs: ['perDay', 'busySharePercent', 'busyHours'],
    expression: 'perDay × busySharePercent/100 ÷ busyHours ÷ 3600',
    evaluate: (perDay = 0, busySharePercent = 0, busyHours = Number.NaN) =>
      (perDay * busySharePercent) / 100 / busyHours / 3_600,
  },
  'peak-of-busiest-hour': {
    inputs: ['perDay', 'busiestHourShare'],
    expression: 'perDay × busiestHourShare ÷ 3600',
    evaluate: (perDay = 0, busiestHourShare = 0) => (perDay * busiestHourShare) / 3_600,
  },
  'pilot-for-everybody': {
    inputs: ['cost', 'seconds', 'pilotUsers', 'allUsers'],
    expression: 'cost ÷ (seconds ÷ 2,628,000 seconds of a month) ÷ pilotUsers × allUsers',
    evaluate: (cost = 0, seconds = Number.NaN, pilotUsers = Number.NaN, allUsers = 0) =>
      (cost / (seconds / 2_628_000) / pilotUsers) * allUsers,
  },
  'grown-by-percent': {
    inputs: ['amount', 'growthPercent'],
    expression: 'amount × (1 + growthPercent/100)',
    evaluate: (amount = 0, growthPercent = 0) => amount * (1 + growthPercent / 100),
  },
  'requests-in-flight': {
    inputs: ['perSecond', 'secondsEach'],
    expression: 'perSecond × secondsEach',
    source: "Little's law (J. D. C. Little, Operations Research 9, 1961)",
    evaluate: (perSecond = 0, secondsEach = 0) => perSecond * secondsEach,
  },
} as const satisfies Readonly<Record<string, Formula>>;
