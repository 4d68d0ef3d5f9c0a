import type { Fields } from '../field.ts';
import { skillOptions } from '../vocabulary.ts';

const people = { kind: 'number', dimension: 'count', defaultUnit: 'items', min: 0, max: 1e6 } as const;

/** Who can build and run it. */
export const teamFields = {
  developers: {
    ...people,
    label: 'Software engineers',
    weight: 2,
    help: 'People who write software for the client, employed or not.',
  },
  platformEngineers: {
    ...people,
    label: 'Platform engineers',
    weight: 3,
    help: 'People who run infrastructure: platform, DevOps, site reliability.',
  },
  mlEngineers: {
    ...people,
    label: 'ML engineers',
    weight: 3,
    help: 'People who train, tune or serve models, and keep them running.',
  },
  dataEngineers: {
    ...people,
    label: 'Data engineers',
    weight: 1,
    help: 'People who build and run pipelines and databases.',
  },
  securityEngineers: {
    ...people,
    label: 'Security engineers',
    weight: 1,
    help: 'People whose work is the security of systems.',
  },
  dataScientists: {
    ...people,
    label: 'Data scientists',
    weight: 1,
    help: 'People who build models and analyses, but do not run them.',
  },
  cloudSkill: {
    kind: 'choice',
    label: 'Cloud skill',
    options: skillOptions,
    weight: 1,
    help: 'How well the team runs systems in a public cloud.',
  },
  databaseSkill: {
    kind: 'choice',
    label: 'Database skill',
    options: skillOptions,
    weight: 1,
    help: 'How well the team runs and tunes databases.',
  },
  willRunGpus: {
    kind: 'yes-no',
    label: 'Willing to run GPU machines',
    weight: 2,
    help: 'Whether the team would keep drivers, schedulers and model servers running itself.',
  },
  onCall: {
    kind: 'choice',
    label: 'On call',
    options: { none: 'Nobody', 'office-hours': 'Office hours', 'around-the-clock': 'Around the clock' },
    weight: 2,
    help: 'Who answers when a system fails at night. High availability is not to be had without it.',
  },
  aiMaturity: {
    kind: 'choice',
    label: 'AI in use',
    options: {
      none: 'None',
      pilot: 'A pilot',
      production: 'In production',
      advanced: 'Several in production',
    },
    weight: 2,
    help: 'How far the client has come with AI: what has been tried, and what people depend on.',
  },
  prefersToBuy: {
    kind: 'choice',
    label: 'Build or buy',
    options: { buy: 'Rather buys', build: 'Rather builds', open: 'Open' },
    weight: 2,
    help: "The client's inclination when a service can be bought or built. It decides how much there will be to run.",
  },
} as const satisfies Fields;
