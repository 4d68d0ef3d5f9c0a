import type { Fields } from '../field.ts';
import { loadFields } from './load.ts';
import { pilotFields } from './pilot.ts';
import { purposeFields } from './purpose.ts';
import { serviceLevelFields } from './service-level.ts';
import { workloadDataFields } from './workload-data.ts';

/** What is asked of every workload, whatever its kind. */
export const sharedWorkloadFields = {
  ...purposeFields,
  ...serviceLevelFields,
  ...workloadDataFields,
  ...loadFields,
  ...pilotFields,
} as const satisfies Fields;
