/** What the actions of the policy table are called in the trail. */
export const actionWords: Readonly<Record<string, string>> = {
  'organisation:register': 'Registered the organisation',
  'session:own': 'Ended a session',
  'member:invite': 'Added a member',
  'member:change': 'Changed a member',
  'client:create': 'Created a client',
  'engagement:create': 'Opened an engagement',
  'assessment:create': 'Created an assessment',
  'assessment:export': 'Exported an assessment',
  'run:start': 'Started an analysis',
  'run:cancel': 'Cancelled an analysis',
  'run:retry': 'Ran a specialist again',
  'report:read': 'Downloaded a report',
};
