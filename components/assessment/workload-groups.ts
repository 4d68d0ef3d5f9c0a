import type { Fields } from '#lib/domain/assessment/field.ts';
import { loadFields } from '#lib/domain/assessment/fields/load.ts';
import { pilotFields } from '#lib/domain/assessment/fields/pilot.ts';
import { purposeFields } from '#lib/domain/assessment/fields/purpose.ts';
import { serviceLevelFields } from '#lib/domain/assessment/fields/service-level.ts';
import { workloadDataFields } from '#lib/domain/assessment/fields/workload-data.ts';

/** How the questions that every workload is asked are headed on its page; those of its kind stand before them. */
export const workloadGroups: readonly { title: string; fields: Fields }[] = [
  { title: 'Load and growth', fields: loadFields },
  { title: 'Service level', fields: serviceLevelFields },
  { title: 'Data', fields: workloadDataFields },
  { title: 'Purpose', fields: purposeFields },
  { title: 'Pilot', fields: pilotFields },
];
