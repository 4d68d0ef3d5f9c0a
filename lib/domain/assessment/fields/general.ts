import type { Fields } from '../field.ts';
import { count, perSecond, seconds } from './measures.ts';
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
    help: 'What runs there. It decides what else is needed around it.',
  },
  vcpus: {
    ...count,
    label: 'vCPU needed',
    weight: 3,
    help: 'Virtual processors at normal load. Two are usually one core.',
  },
  memory: {
    kind: 'number',
    dimension: 'data',
    defaultUnit: 'GiB',
    min: 0,
    label: 'Memory needed',
    weight: 3,
    help: 'Memory of all its processes at normal load.',
  },
  averageRequestsPerSecond: {
    ...perSecond,
    label: 'Requests per second on average',
    weight: 2,
    help: 'Over a whole day, nights included.',
  },
  peakRequestsPerSecond: {
    ...perSecond,
    label: 'Requests per second at the peak',
    weight: 2,
    help: 'The highest load that must be served well.',
  },
  responseTime: {
    ...seconds,
    label: 'Time per request',
    weight: 2,
    help: 'Longest wait for a page or an answer that still counts as good.',
  },
  concurrentUsers: {
    ...count,
    label: 'Users at the same time',
    weight: 1,
    help: 'People who work with it at once in its busiest hour.',
  },
} as const satisfies Fields;
