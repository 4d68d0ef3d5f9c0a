import type { Evidence, PositionOn } from '#lib/domain/claims/claim.ts';
import { answerEvidence, figureEvidence } from '#lib/domain/claims/evidence.ts';
import { inUsd } from '#lib/domain/costing/money.ts';
import type { Figure } from '#lib/domain/figure/figure.ts';
import { fig, type Prose } from '#lib/domain/gate/prose.ts';
import { readValue } from '#lib/domain/assessment/read-answer.ts';
import type { Statement } from '#lib/domain/run/run.ts';
import { type Facts, inTheirWords, type Investigation, nameIn } from '../investigation.ts';
import { chosenCost } from './chosen-cost.ts';

/** The stated budgets, each by its own period, against what the designs cost, and what is not in that cost yet. */
export function budgetFacts(investigation: Investigation): Facts {
  const { assessment } = investigation;
  if (assessment.workloads.length === 0) return {};
  const fits = [running(investigation), firstYear(investigation), total(investigation)].filter(
    (fit) => fit !== undefined,
  );
  const open = unpriced(investigation);
  if (fits.length === 0) return withoutBudget(investigation);
  const position = positionOf(fits, open.length > 0);
  const unknown = `Without ${new Intl.ListFormat('en').format(open)}, which nobody can price yet, every sum here is a lower limit.`;
  return {
    statements: [
      ...fits.map(({ text }) => ({ topic: 'budget', weight: 8, text })),
      ...(open.length === 0 ? [] : [{ topic: 'budget', weight: 7, text: unknown }]),
      ...thisYear(investigation),
      ...guessThatMattersLittle(investigation),
    ],
    claims: [
      {
        subject: 'budget',
        position,
        need: 'whole',
        statement: positionWords[position],
        evidence: fits.flatMap(({ evidence }) => evidence),
      },
    ],
    recommendations: position === 'exceeds' ? [bringWithin(fits)] : [],
  };
}

type Fit = { text: Prose; exceeds: boolean; tight: boolean; evidence: Evidence[] };

function running(investigation: Investigation): Fit | undefined {
  const { assessment, ledger } = investigation;
  const budget = ledger.get('whole.budget.monthly-usd');
  const cost = ledger.get('whole.cheapest.monthly');
  const headroom = ledger.get('whole.budget.headroom');
  if (budget === undefined || cost === undefined || headroom === undefined) return undefined;
  const named = budgetInWords(investigation, 'budgetRunning', budget);
  const commitments = assessment.commitments.map(({ name }) => nameIn(name, 'the commitment'));
  return {
    text: runningText(cost, headroom, named, new Intl.ListFormat('en').format(commitments)),
    exceeds: headroom.value < 0,
    tight: (headroom.band?.p10 ?? headroom.value) < 0,
    evidence: [answerEvidence(assessment, 'answers.budgetRunning'), ...figureEvidence(cost, headroom)],
  };
}

function runningText(cost: Figure, headroom: Figure, budget: Prose, commitments: Prose): Prose {
  if (cost.value <= 0)
    return `What is designed so far fits into ${commitments}, which is paid already, so the running budget of ${budget} stays free for what is not priced and for people.`;
  if (headroom.value < 0)
    return `The cheapest designs that break nothing come to ${fig(cost)} in bills and the running budget is ${budget}: it is exceeded before people are counted.`;
  return `The cheapest designs that break nothing come to ${fig(cost)} in bills against a running budget of ${budget}, which leaves ${fig(headroom)} for what is not priced and for people.`;
}

/** An all-in budget of the first year has to carry people too, so it is held against a cost with people in it. */
function firstYear(investigation: Investigation): Fit | undefined {
  const { assessment } = investigation;
  const budget = inUsd(investigation, 'answers.budgetFirstYear', assessment.answers.budgetFirstYear);
  const cost = chosenCost(investigation).firstYear;
  if (budget === undefined || cost === undefined) return undefined;
  const exceeds = cost.value > budget.value;
  return {
    text: `With the people who run it, the chosen designs come to ${fig(cost)} over the first year against ${budgetInWords(investigation, 'budgetFirstYear', budget)} all in, ${exceeds ? 'which does not fit' : 'and integration, testing and training of users have to be paid from the rest'}.`,
    exceeds,
    tight: (cost.band?.p90 ?? cost.value) > budget.value,
    evidence: [answerEvidence(assessment, 'answers.budgetFirstYear'), ...figureEvidence(cost)],
  };
}

function total(investigation: Investigation): Fit | undefined {
  const { assessment, ledger } = investigation;
  const budget = inUsd(investigation, 'answers.budgetTotal', assessment.answers.budgetTotal);
  const cost = chosenCost(investigation).once;
  if (budget === undefined || cost === undefined) return undefined;
  const over = ledger.get('answer.answers.budgetTotalOver');
  const ordered = assessment.hardware.some(({ answers }) => readValue(answers.status) === 'ordered');
  const exceeds = cost.value > budget.value;
  return {
    text: `Of ${budgetInWords(investigation, 'budgetTotal', budget)}${over === undefined ? ' in all' : ` over ${fig(over)}`} the chosen designs take ${fig(cost)} once${ordered ? ', and what the machines on order cost has to be added if it is not paid yet' : ''}.`,
    exceeds,
    tight: (cost.band?.p90 ?? cost.value) > budget.value,
    evidence: [answerEvidence(assessment, 'answers.budgetTotal'), ...figureEvidence(cost)],
  };
}

/** What is left of this budget year, which pays for what is begun before the next. */
function thisYear(investigation: Investigation): Statement[] {
  const { assessment, ledger } = investigation;
  const left = inUsd(investigation, 'answers.budgetThisYear', assessment.answers.budgetThisYear);
  if (left === undefined) return [];
  const perMonth = ledger.get('whole.cheapest.quarterly');
  return [
    {
      topic: 'budget',
      weight: 8,
      text: `This year there is ${budgetInWords(investigation, 'budgetThisYear', left)} and nothing more${perMonth === undefined ? '' : `, while running what is priced so far takes ${fig(perMonth)}`}: it should buy what is paid once and what has to be in order first, and start no subscription that only next year can carry.`,
    },
  ];
}

/** Where the load is a guess within a range and even the dear end of the band stays within the budget, the guess matters little. */
function guessThatMattersLittle({ assessment, ledger }: Investigation): Statement[] {
  const headroom = ledger.get('whole.budget.headroom');
  const room = headroom?.band?.p10;
  const cost = ledger.get('whole.cheapest.monthly');
  const guessed = assessment.workloads.find(
    (workload) =>
      workload.kind === 'llm-serving' && workload.answers.requestsPerUserPerMonth?.state === 'range',
  );
  if (room === undefined || room <= 0 || cost === undefined || guessed === undefined) return [];
  const words = inTheirWords(assessment, `workloads.${guessed.id}.requestsPerUserPerMonth`);
  return [
    {
      topic: 'budget',
      weight: 7,
      text: `How often people will ask is a guess${words}, and it changes little: bills of ${fig(cost)} stay within the budget at the dear end of their band too.`,
    },
  ];
}

/** The budget as the client stated it, with its dollars where it was stated in another currency. */
function budgetInWords({ assessment, ledger }: Investigation, field: BudgetField, usd: Figure): Prose {
  const stated = ledger.get(`answer.answers.${field}`);
  const words = inTheirWords(assessment, `answers.${field}`);
  if (stated === undefined || stated.unit.startsWith('usd')) return `${fig(stated ?? usd)}${words}`;
  return `${fig(stated)}, or about ${fig(usd)}${words}`;
}

type BudgetField = 'budgetRunning' | 'budgetFirstYear' | 'budgetTotal' | 'budgetThisYear';

/** Needs without a design (every statement holds of none), or whose load is so open that the price says nothing. */
function unpriced({ needs }: Investigation): string[] {
  return needs
    .filter(({ options }) =>
      options.every((option) =>
        option.missing.some(({ what }) => what === 'Tokens of the model' || what === 'Machines for the load'),
      ),
    )
    .map(({ title }) => nameIn(title, 'a workload'));
}

function positionOf(fits: readonly Fit[], isOpen: boolean): PositionOn<'budget'> {
  if (fits.some(({ exceeds }) => exceeds)) return 'exceeds';
  return isOpen || fits.some(({ tight }) => tight) ? 'cannot-tell' : 'fits';
}

const positionWords: Readonly<Record<PositionOn<'budget'>, Prose>> = {
  fits: 'What could be priced fits the stated budget.',
  exceeds: 'What could be priced exceeds the stated budget.',
  'cannot-tell':
    'Whether the budget suffices cannot be told: part of the cost is open, or its band reaches beyond.',
};

function withoutBudget({ assessment, ledger }: Investigation): Facts {
  const cost = ledger.get('whole.cheapest.monthly');
  const stated = (['budgetRunning', 'budgetFirstYear', 'budgetTotal', 'budgetThisYear'] as const).find(
    (field) => assessment.answers[field] !== undefined,
  );
  return {
    statements: [
      {
        topic: 'budget',
        weight: 6,
        text:
          stated === undefined
            ? `No budget was named${cost === undefined ? '' : `; the cheapest designs that break nothing come to ${fig(cost)} in bills`}.`
            : `A budget was named${inTheirWords(assessment, `answers.${stated}`)}, and nothing is priced far enough yet to be held against it.`,
      },
    ],
    claims:
      stated === undefined
        ? []
        : [
            {
              subject: 'budget',
              position: 'cannot-tell',
              need: 'whole',
              statement: positionWords['cannot-tell'],
              evidence: [answerEvidence(assessment, `answers.${stated}`)],
            },
          ],
    questions:
      stated === undefined
        ? [
            {
              answer: 'answers.budgetRunning',
              question: 'What may it cost to run, per month or per year?',
              because: 'It rules options out before anybody works on them.',
            },
          ]
        : [],
  };
}

function bringWithin(fits: readonly Fit[]) {
  return {
    key: 'whole/bring-within-budget',
    need: 'whole',
    category: 'cost' as const,
    title: 'Bring the plan within the budget before anything is signed',
    summary: 'Fewer uses, smaller models or a later start: the plan as stated costs more than was named.',
    benefit: { level: 'high' as const, because: 'What is not paid for will not run.' },
    effort: { level: 'low' as const, because: 'It is a decision and not a project.' },
    risk: { level: 'low' as const, because: 'Nothing is running yet.' },
    horizon: 'now' as const,
    steps: [
      'Decide which use is worth most.',
      'Take the rest out of the first year.',
      'Price the plan again.',
    ],
    prerequisites: [],
    risks: ['Cutting a little everywhere leaves nothing that works.'],
    evidence: fits.flatMap(({ evidence }) => evidence),
  };
}
