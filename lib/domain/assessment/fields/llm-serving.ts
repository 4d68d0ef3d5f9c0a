import type { Fields } from '../field.ts';
import { count, perDay, perSecond, percent, seconds, tokens } from './measures.ts';
import { modelFields } from './model.ts';
import { sharedWorkloadFields } from './shared-workload.ts';

/** Answering requests with a language model. */
export const llmServingFields = {
  ...sharedWorkloadFields,
  requestsPerDay: {
    ...perDay,
    label: 'Requests per working day',
    weight: 3,
    settledBy: [['activeUsers', 'requestsPerUserPerMonth']],
    help: 'Calls to the language model on a normal working day.',
  },
  requestsPerWeekendDay: {
    ...perDay,
    label: 'Requests per weekend day',
    weight: 1,
    help: 'Requests on a Saturday or Sunday. Leave open when they are like other days.',
  },
  activeUsers: {
    ...count,
    label: 'Active users',
    weight: 2,
    help: 'People who use it at least once in a month.',
  },
  requestsPerUserPerMonth: {
    ...count,
    label: 'Requests per user and month',
    weight: 2,
    settledBy: [['requestsPerDay']],
    help: 'Calls of one user in a month. Used when requests per day are not known.',
  },
  possibleUsersPerDay: {
    ...perDay,
    label: 'People per day who could use it',
    weight: 1,
    help: 'Visitors of the place where it is offered. How many of them will use it is another question.',
  },
  peakRequestsPerSecond: {
    ...perSecond,
    label: 'Requests per second at the peak',
    weight: 2,
    help: 'The busiest minute that must still be served well.',
  },
  busyHoursPerDay: {
    ...count,
    max: 24,
    label: 'Busy hours per day',
    weight: 2,
    settledBy: [['peakRequestsPerSecond']],
    help: 'Hours of the day into which most of the requests fall.',
  },
  busyShareOfDay: {
    ...percent,
    label: 'Share of the requests in the busy hours',
    weight: 1,
    settledBy: [['peakRequestsPerSecond']],
    help: "How much of the day's load falls into the busy hours.",
  },
  inputTokens: {
    ...tokens,
    label: 'Tokens in per request',
    weight: 3,
    help: 'Length of prompt plus context. About four characters of English a token.',
  },
  outputTokens: {
    ...tokens,
    label: 'Tokens out per request',
    weight: 3,
    help: 'Length of an answer. Writing takes most of the time of a language model.',
  },
  firstTokenTime: {
    ...seconds,
    label: 'Time to the first words',
    weight: 2,
    help: 'Longest wait until the answer starts to appear. It decides how many requests can share a GPU.',
  },
  totalTime: {
    ...seconds,
    label: 'Time to the whole answer',
    weight: 2,
    help: 'Longest wait until the answer is complete.',
  },
  ...modelFields,
  languages: {
    kind: 'text',
    label: 'Languages',
    maxLength: 200,
    weight: 1,
    help: 'Human languages that it must read and write.',
  },
  providerMayTrain: {
    kind: 'yes-no',
    label: 'Provider may train on the data',
    weight: 2,
    help: 'Whether a model provider may keep prompts or learn from them.',
  },
  tenants: {
    ...count,
    label: 'Customers kept apart',
    weight: 2,
    help: "Number of customers of whom none may see another's data.",
  },
} as const satisfies Fields;
