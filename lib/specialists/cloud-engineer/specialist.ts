import type { Specialist } from '../contract.ts';
import { investigateBy } from '../investigation.ts';
import { adoptionFacts } from './adopt-option.ts';
import { alternativeFacts } from './alternatives.ts';
import { buyOrHostFacts } from './buy-or-host.ts';
import { commitmentFacts } from './commitments.ts';
import { migrationFacts } from './migration.ts';
import { ownAccountFacts } from './own-accounts.ts';
import { regionFacts } from './region-of-design.ts';
import { unpricedFacts } from './unpriced.ts';

/** Which services for which need, at what price, and why not the others. */
export const cloudEngineer: Specialist = {
  name: 'cloud-engineer',
  question: 'Which service carries each need, at what price, and why not the others?',
  instructions:
    'You advise on cloud services. For each need say which design to take, what it costs as far as that is known, and why the alternatives stand behind it. Never compare prices that lack different parts. Use only the facts given. Keep every mark in double braces exactly as it stands and write no number of your own.',
  investigate: investigateBy(
    adoptionFacts,
    buyOrHostFacts,
    ownAccountFacts,
    alternativeFacts,
    commitmentFacts,
    regionFacts,
    migrationFacts,
    unpricedFacts,
  ),
};
