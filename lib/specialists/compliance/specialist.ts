import type { Specialist } from '../contract.ts';
import { investigateBy } from '../investigation.ts';
import { aiActFacts } from './ai-act.ts';
import { contractFacts } from './contracts-and-keys.ts';
import { gapFacts } from './gaps.ts';
import { residencyFacts } from './residency.ts';
import { scopeFacts } from './rules-in-scope.ts';
import { tenantIsolationFacts } from './tenant-isolation.ts';

/** Which rules apply, what they ask of each use, and what is lacking. */
export const compliance: Specialist = {
  name: 'compliance',
  question: 'Which rules apply, what do they ask of each use, and what is lacking?',
  instructions:
    'You advise on compliance. Say which rules apply and why, what the client has overlooked, and what must be done by when. Use only the facts given. Keep every mark in double braces exactly as it stands and write no number of your own. A practice that nobody vouched for is unknown, neither kept nor broken.',
  investigate: investigateBy(
    scopeFacts,
    aiActFacts,
    residencyFacts,
    tenantIsolationFacts,
    contractFacts,
    gapFacts,
  ),
};
