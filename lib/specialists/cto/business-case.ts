import type { Evidence } from '#lib/domain/claims/claim.ts';
import { answerEvidence, figureEvidence } from '#lib/domain/claims/evidence.ts';
import { inUsd } from '#lib/domain/costing/money.ts';
import type { Figure } from '#lib/domain/figure/figure.ts';
import { fig, type Prose } from '#lib/domain/gate/prose.ts';
import { type Facts, inTheirWords, type Investigation } from '../investigation.ts';
import { chosenCost } from './chosen-cost.ts';

/**
 * The business case as far as it can be made. A benefit is the client's own claim and is called so; what share of it
 * would pay for the running cost is a figure, whether that share is reached is not.
 */
export function businessCaseFacts(investigation: Investigation): Facts {
  const { assessment } = investigation;
  if (assessment.workloads.length === 0) return {};
  const benefit = claimedBenefit(investigation);
  const cost = chosenCost(investigation).yearly;
  if (benefit === undefined)
    return {
      statements: [
        {
          topic: 'business case',
          weight: 6,
          text: `Return and payback cannot be computed, because nobody has put a value on the benefit${cost === undefined ? ' and the running cost is not known either' : `; what is known is the other side, ${fig(cost)} to run what is chosen, people included`}.`,
        },
      ],
      questions: [
        {
          answer: 'answers.claimedBenefitPerYear',
          question: 'What is the benefit worth in a year, and how was that worked out?',
          because: 'It is the missing side of the business case.',
        },
      ],
    };
  return cost === undefined ? withoutCost(investigation, benefit) : withCost(investigation, benefit, cost);
}

type Benefit = { figure: Figure; path: string; words: Prose };

/** The benefit stated by the client, else what the problem costs it today, per year in US dollars. */
function claimedBenefit(investigation: Investigation): Benefit | undefined {
  const { claimedBenefitPerYear, problemCostPerYear } = investigation.assessment.answers;
  const claimed = perYear(investigation, 'answers.claimedBenefitPerYear', claimedBenefitPerYear);
  if (claimed !== undefined)
    return {
      figure: claimed,
      path: 'answers.claimedBenefitPerYear',
      words: 'the benefit that the client expects',
    };
  const problem = perYear(investigation, 'answers.problemCostPerYear', problemCostPerYear);
  return (
    problem && {
      figure: problem,
      path: 'answers.problemCostPerYear',
      words: 'what the client says the problem costs',
    }
  );
}

function perYear(
  investigation: Investigation,
  path: string,
  answer: Investigation['assessment']['answers']['problemCostPerYear'],
): Figure | undefined {
  const amount = inUsd(investigation, path, answer);
  if (amount === undefined || answer === undefined || !('period' in answer)) return undefined;
  if (answer.period === 'per-year') return amount;
  return investigation.ledger.compute(
    { id: `cto.${path}.per-year`, label: `${amount.label}, per year`, unit: 'usd-per-year' },
    'year-of-months',
    { perMonth: amount },
  );
}

function withoutCost({ assessment }: Investigation, { figure, path, words }: Benefit): Facts {
  return {
    statements: [
      {
        topic: 'business case',
        weight: 8,
        text: `On the side of the benefit stands ${words}, ${fig(figure)}${inTheirWords(assessment, path)}, which is a claim and not a finding; payback cannot be computed, because the running cost is not known.`,
      },
    ],
    recommendations: [
      measureBenefit(assessment, path, [answerEvidence(assessment, path), ...figureEvidence(figure)]),
    ],
  };
}

function withCost(investigation: Investigation, { figure, path, words }: Benefit, cost: Figure): Facts {
  const { assessment, ledger } = investigation;
  const { once } = chosenCost(investigation);
  if (figure.value <= 0) return {};
  const share = ledger.compute(
    {
      id: 'cto.share-that-pays',
      label: 'Share of the claimed benefit that would pay the running cost',
      unit: 'ratio',
    },
    'quotient',
    { amount: cost, divisor: figure },
  );
  const payback =
    once === undefined
      ? 'A payback time cannot be computed, because what it takes to build is not known.'
      : paybackSentence(investigation, figure, cost, once);
  return {
    statements: [
      {
        topic: 'business case',
        weight: 9,
        text: `To run what is chosen takes ${fig(cost)}, people included and before any commitment covers part of it; that is a share of ${fig(share)} of ${words}, ${fig(figure)}${inTheirWords(assessment, path)}; that whole amount is the client's claim, and no part of it is counted as a saving here until it is measured.`,
      },
      { topic: 'business case', weight: 7, text: payback },
    ],
    recommendations: [
      measureBenefit(assessment, path, [answerEvidence(assessment, path), ...figureEvidence(figure, share)]),
    ],
  };
}

function paybackSentence({ ledger }: Investigation, benefit: Figure, cost: Figure, once: Figure): Prose {
  const surplus = ledger.compute(
    {
      id: 'cto.surplus-per-year',
      label: 'Claimed benefit less running cost, per year',
      unit: 'usd-per-year',
    },
    'difference',
    { whole: benefit, part: cost },
  );
  if (surplus.value <= 0)
    return `Even the whole claimed benefit does not pay the running cost: what remains is ${fig(surplus)}.`;
  return `If all of the claim came true, ${fig(surplus)} would stand each year against ${fig(once)} paid once, the work of building it left out; it is an upper limit and no forecast.`;
}

function measureBenefit(assessment: Investigation['assessment'], path: string, evidence: Evidence[]) {
  return {
    key: 'whole/measure-benefit',
    need: 'whole',
    category: 'organisation' as const,
    title: 'Measure the claimed benefit before it is spent in a business case',
    summary: `Today's value${inTheirWords(assessment, path)} is taken apart into what the new system can change and what it cannot, and a trial on real cases shows the difference.`,
    benefit: { level: 'high' as const, because: 'The whole case rests on a value that nobody has measured.' },
    effort: { level: 'low' as const, because: 'The data to measure it exists where the value came from.' },
    risk: { level: 'low' as const, because: 'It only looks.' },
    horizon: 'now' as const,
    steps: [
      'Agree how the value is counted, and count it for last year.',
      'Name the part that better decisions could change.',
      'Let the new model judge past cases, and have the difference checked.',
    ],
    prerequisites: [],
    risks: ['A benefit counted by those who want the project tends to be large.'],
    evidence,
  };
}
