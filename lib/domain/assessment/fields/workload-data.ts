import type { Fields } from '../field.ts';
import { dataClassOptions, dataTypeOptions, residencyOptions } from '../vocabulary.ts';

/** What a workload reads and keeps. */
export const workloadDataFields = {
  dataClasses: {
    kind: 'choices',
    label: 'Classes of data',
    options: dataClassOptions,
    weight: 3,
    help: 'The kinds of data it reads or keeps. They decide which rules apply.',
  },
  dataTypes: {
    kind: 'choices',
    label: 'Types of data',
    options: dataTypeOptions,
    weight: 1,
    help: 'The forms that the data has. They decide which models fit.',
  },
  residency: {
    kind: 'choices',
    label: 'Its data must stay in',
    options: residencyOptions,
    weight: 2,
    help: 'Only when it differs from what holds for the client as a whole. Regions elsewhere are left out.',
  },
  dataStored: {
    kind: 'number',
    label: 'Data stored',
    dimension: 'data',
    defaultUnit: 'TB',
    min: 0,
    weight: 2,
    help: 'Data that it must keep at hand now, copies not counted.',
  },
  historyOnline: {
    kind: 'number',
    label: 'History at hand',
    dimension: 'duration',
    defaultUnit: 'months',
    min: 0,
    weight: 1,
    help: 'How far back its data must be readable at once.',
  },
  dataGrowthPerYear: {
    kind: 'number',
    label: 'Growth of the data per year',
    dimension: 'share',
    defaultUnit: 'percent',
    min: -100,
    max: 10_000,
    weight: 1,
    help: 'By how much the stored data grows in a year, in percent of today.',
  },
  egressPerMonth: {
    kind: 'number',
    label: 'Data leaving the cloud per month',
    dimension: 'data',
    defaultUnit: 'GB',
    min: 0,
    weight: 1,
    help: 'Traffic to the internet or to own sites. Clouds charge for it.',
  },
} as const satisfies Fields;
