import type { Fields } from '../field.ts';
import { budgetFields } from './budget.ts';
import { estateFields } from './estate.ts';
import { organisationFields } from './organisation.ts';
import { rulesFields } from './rules.ts';
import { securityFields } from './security.ts';
import { softwareFields } from './software.ts';
import { teamFields } from './team.ts';

/** The questions about the client as a whole. */
export const engagementFields = {
  ...organisationFields,
  ...estateFields,
  ...softwareFields,
  ...teamFields,
  ...rulesFields,
  ...securityFields,
  ...budgetFields,
} as const satisfies Fields;

export type EngagementFieldId = keyof typeof engagementFields;

/** How the questions are grouped on the form and in the report, in this order. */
export const engagementSections = [
  { id: 'organisation', title: 'Organisation and goals', fields: organisationFields },
  { id: 'estate', title: 'What runs today', fields: estateFields },
  { id: 'software', title: 'How software is built', fields: softwareFields },
  { id: 'team', title: 'Team', fields: teamFields },
  { id: 'rules', title: 'Rules', fields: rulesFields },
  { id: 'security', title: 'Security', fields: securityFields },
  { id: 'budget', title: 'Budget', fields: budgetFields },
] as const;
