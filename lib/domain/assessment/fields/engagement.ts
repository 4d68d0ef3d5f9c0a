import type { Fields } from '../field.ts';
import { budgetFields } from './budget.ts';
import { estateFields } from './estate.ts';
import { organisationFields } from './organisation.ts';
import { rulesFields } from './rules.ts';
import { teamFields } from './team.ts';

/** The questions about the client as a whole. */
export const engagementFields = {
  ...organisationFields,
  ...estateFields,
  ...teamFields,
  ...rulesFields,
  ...budgetFields,
} as const satisfies Fields;

export type EngagementFieldId = keyof typeof engagementFields;

/** How the questions are grouped on the form and in the report, in this order. */
export const engagementSections = [
  { id: 'organisation', title: 'Organisation and goals', fields: organisationFields },
  { id: 'estate', title: 'What runs today', fields: estateFields },
  { id: 'team', title: 'Team', fields: teamFields },
  { id: 'rules', title: 'Rules and security', fields: rulesFields },
  { id: 'budget', title: 'Budget', fields: budgetFields },
] as const;
