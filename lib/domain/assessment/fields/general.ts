import type { Fields } from '../field.ts';
import { count, perSecond } from './measures.ts';
import { sharedWorkloadFields } from './shared-workload.ts';

/** Everything else that runs: web, API, database, analytics. */
export const generalFields = {
  ...sharedWorkloadFields,
  service: {
    kind: 'choice',
    label: 'Kind of service',
    options: {
      'web-application': 'Web application',
      api: 'API',
      database: 'Database',
      analytics: 'Analytics',
      'data-processing': 'Data processing',
      iot: 'Devices (IoT)',
      'mobile-backend': 'Mobile back end',
      microservices: 'Microservices',
      other: 'Other',
    },
    weight: 2,
    help: 'What runs there.',
  },
  vcpus: { ...count, label: 'vCPU needed', weight: 3, help: 'Virtual processors at normal load.' },
  memory: {
    kind: 'number',
    dimension: 'data',
    defaultUnit: 'GiB',
    min: 0,
    label: 'Memory needed',
    weight: 3,
    help: 'At normal load.',
  },
  averageRequestsPerSecond: {
    ...perSecond,
    label: 'Requests per second on average',
    weight: 2,
    help: 'Over a normal day.',
  },
  peakRequestsPerSecond: {
    ...perSecond,
    label: 'Requests per second at the peak',
    weight: 2,
    help: 'The highest load.',
  },
} as const satisfies Fields;
