import type { Fields } from '../field.ts';
import { availabilityOptions } from '../vocabulary.ts';

/** How well a workload must run. */
export const serviceLevelFields = {
  availability: {
    kind: 'choice',
    label: 'Availability',
    options: availabilityOptions,
    weight: 3,
    help: 'The share of time it must work. The label shows the downtime a year that the share allows.',
  },
  serviceTimes: {
    kind: 'choice',
    label: 'Service times',
    options: {
      'office-hours': 'Office hours',
      daytime: 'During the day, every day',
      'around-the-clock': 'Around the clock',
    },
    weight: 1,
    help: 'The hours for which the availability above is asked.',
  },
  serviceHoursPerWeek: {
    kind: 'number',
    label: 'Service hours per week',
    settledBy: [['serviceTimes']],
    dimension: 'count',
    defaultUnit: 'items',
    min: 1,
    max: 168,
    weight: 1,
    help: 'Hours a week in which it must work. 168 is around the clock.',
  },
  latencyClass: {
    kind: 'choice',
    label: 'How soon results are needed',
    options: {
      batch: 'Hours, at night will do',
      'near-real-time': 'Minutes',
      interactive: 'Seconds, while a person waits',
      'real-time': 'Under 100 ms, inside a transaction',
    },
    weight: 1,
    help: 'The class of the waiting time, when no number is known. What can wait can run on cheap capacity.',
  },
  failover: {
    kind: 'choice',
    label: 'Failover',
    options: {
      none: 'None',
      manual: 'By hand',
      automatic: 'Automatic, second site on standby',
      'active-active': 'Two sites active at once',
    },
    weight: 1,
    help: 'How the work moves to another site when the first one fails.',
  },
  maintenanceWindow: {
    kind: 'text',
    label: 'Maintenance window',
    maxLength: 200,
    weight: 1,
    help: 'When it may be stopped for changes, for example Sundays from 2:00 to 5:00.',
  },
  recoveryTime: {
    kind: 'number',
    label: 'Recovery time objective (RTO)',
    dimension: 'duration',
    defaultUnit: 'h',
    min: 0,
    weight: 2,
    help: 'How long it may be down after a disaster until it works again.',
  },
  recoveryPoint: {
    kind: 'number',
    label: 'Recovery point objective (RPO)',
    dimension: 'duration',
    defaultUnit: 'h',
    min: 0,
    weight: 2,
    help: 'How much recent data may be lost in a disaster, as time.',
  },
} as const satisfies Fields;
