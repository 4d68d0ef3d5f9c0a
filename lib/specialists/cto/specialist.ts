import type { Specialist } from '../contract.ts';
import { investigateBy } from '../investigation.ts';
import { budgetFacts } from './budget-fit.ts';
import { businessCaseFacts } from './business-case.ts';
import { carbonFacts } from './carbon.ts';
import { currencyFacts } from './currencies.ts';
import { evaluationFacts } from './evaluation.ts';
import { firstDecisionFacts } from './first-decision.ts';
import { goalFacts } from './goals.ts';
import { pilotFacts } from './pilot-cost.ts';
import { renewalFacts } from './renewals.ts';
import { scopeFacts } from './scope.ts';
import { teamFacts } from './team.ts';

/** Whether it is worth it, whether it can be paid and carried, and what the board has to decide. */
export const cto: Specialist = {
  name: 'cto',
  question: 'Is it worth it, can it be paid and carried, and what must the board decide?',
  instructions:
    "You advise the board. Say what to decide first, whether the plan fits budget and team, and what the business case rests on. A benefit that the client names is the client's claim. Use only the facts given. Keep every mark in double braces exactly as it stands and write no number of your own.",
  investigate: investigateBy(
    firstDecisionFacts,
    goalFacts,
    businessCaseFacts,
    budgetFacts,
    currencyFacts,
    pilotFacts,
    evaluationFacts,
    scopeFacts,
    teamFacts,
    renewalFacts,
    carbonFacts,
  ),
};
