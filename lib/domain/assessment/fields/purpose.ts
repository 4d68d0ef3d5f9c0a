import type { Fields } from '../field.ts';
import { areaOfUseOptions, importanceOptions, residencyOptions } from '../vocabulary.ts';

/** What a workload is for. */
export const purposeFields = {
  purpose: {
    kind: 'text',
    label: 'Purpose',
    maxLength: 2_000,
    lines: 'many',
    weight: 1,
    help: "What the workload does, and for whom, in the client's words.",
  },
  currentSolution: {
    kind: 'text',
    label: 'What does it today',
    maxLength: 2_000,
    lines: 'many',
    weight: 1,
    help: 'The system or the people that do this work now, and how well.',
  },
  assumptionsMade: {
    kind: 'text',
    label: 'What the client takes for granted',
    maxLength: 2_000,
    lines: 'many',
    weight: 1,
    help: 'Beliefs about rules, models or effort that nobody has checked yet, in the words of the client.',
  },
  areasOfUse: {
    kind: 'choices',
    label: 'Area of use',
    options: areaOfUseOptions,
    weight: 2,
    help: 'What it is used for. The EU AI Act sorts systems by use: some areas are high-risk, some only need a notice.',
  },
  decidesAboutPeople: {
    kind: 'yes-no',
    label: 'Decides about people',
    weight: 2,
    help: 'Whether it makes or prepares decisions about single persons, such as a loan, a job or a permit.',
  },
  importance: {
    kind: 'choice',
    label: 'Importance',
    options: importanceOptions,
    weight: 2,
    help: 'What happens to the business when it does not run.',
  },
  usersIn: {
    kind: 'choices',
    label: 'Where its users are',
    options: residencyOptions,
    weight: 1,
    help: 'Only when it differs from the countries of activity. Distance adds waiting time.',
  },
  systemsToConnect: {
    kind: 'text',
    label: 'Systems it must work with',
    maxLength: 1_000,
    lines: 'many',
    weight: 1,
    help: 'Systems that it reads from or writes to, by name. Joining them is often most of the work.',
  },
  goLive: {
    kind: 'number',
    label: 'Time until it must be live',
    dimension: 'duration',
    defaultUnit: 'months',
    min: 0,
    weight: 2,
    help: 'Time from today until the first users depend on it.',
  },
} as const satisfies Fields;
