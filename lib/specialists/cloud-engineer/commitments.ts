import type { ClaimDraft } from '#lib/domain/claims/claim.ts';
import { answerEvidence, figureEvidence } from '#lib/domain/claims/evidence.ts';
import { fig } from '#lib/domain/gate/prose.ts';
import type { Option } from '#lib/domain/options/option.ts';
import { type Facts, inTheirWords, type Investigation, joinFacts, nameIn } from '../investigation.ts';
import { choicesOf, type ChosenNeed, monthlyOf } from './choices.ts';

/** What commitments already paid cover, and what a new one would save on the chosen machines by price alone. */
export function commitmentFacts(investigation: Investigation): Facts {
  return joinFacts([
    ...investigation.assessment.commitments.map(({ id, name }) => unusedOf(investigation, id, name)),
    ...choicesOf(investigation).map((chosen) => termOf(investigation, chosen)),
  ]);
}

function unusedOf({ assessment, ledger, needs }: Investigation, id: string, name: string): Facts {
  const unused = ledger.get(`commitment.${id}.unused.monthly`);
  if (unused === undefined || unused.value <= 0) return {};
  const covered = needs.filter(({ options }) =>
    options.some(({ parts }) => parts.some(({ key }) => key === 'commitment')),
  );
  const evidence = [
    answerEvidence(assessment, `commitments.${id}.amount`),
    answerEvidence(assessment, `commitments.${id}.used`),
    ...figureEvidence(unused),
  ];
  const statement = `Of ${nameIn(name, 'the commitment')} ${fig(unused)} is paid for and not used`;
  return {
    statements: [
      {
        topic: 'commitments',
        weight: 9,
        text: `${statement}${inTheirWords(assessment, `commitments.${id}.used`)}: whatever fits into that costs nothing more, so the cheapest price list is not the cheapest choice.`,
      },
    ],
    claims: ['whole', ...covered.map((need) => need.id)].map((need): ClaimDraft => ({
      subject: 'commitment',
      position: 'use-existing',
      need,
      statement: `${statement}, and is filled first.`,
      evidence,
    })),
    recommendations: [
      {
        key: `whole/fill-commitment-${id}`,
        need: 'whole',
        category: 'cost',
        title: `Fill ${nameIn(name, 'the commitment')} before any other bill is opened`,
        summary: `${fig(unused)} is paid whether it is used or not; new workloads go there up to that amount, as long as the exit from it stays open.`,
        benefit: { level: 'high', because: 'It is money that is spent already.' },
        effort: { level: 'low', because: 'The contract, the accounts and the people exist.' },
        risk: { level: 'medium', because: 'What is placed there for its price becomes hard to move.' },
        horizon: 'now',
        steps: [
          'Have the provider confirm which services count towards it.',
          'Place workloads there by this amount, plain machines first.',
          'Buy no discount plan on top before the rest is used.',
        ],
        prerequisites: [],
        risks: ['Services of third parties in the marketplace may count in part or not at all.'],
        evidence,
      },
    ],
  };
}

/** The same machines committed for a year, against on demand. By price alone: whether the load is sure is not a price. */
function termOf(investigation: Investigation, { need, workload, choice }: ChosenNeed): Facts {
  if (choice.option.design.purchase !== 'ondemand') return {};
  const sibling = need.options.find((option) => isSameForAYear(option, choice.option));
  const now = monthlyOf(investigation, choice.option);
  const committed = sibling && monthlyOf(investigation, sibling);
  if (now === undefined || committed === undefined || committed.value >= now.value) return {};
  const saving = investigation.ledger.compute(
    {
      id: `cloud-engineer.${need.id}.saved-by-year`,
      label: `Saved per month by committing for a year, ${workload.name}`,
      unit: 'usd-per-month',
    },
    'difference',
    { whole: now, part: committed },
  );
  const name = nameIn(workload.name, 'this workload');
  return {
    statements: [
      {
        topic: 'commitments',
        weight: 5,
        text: `Committing the machines of ${name} for a year would take ${fig(saving)} off the bill; that is what it costs to stay free until the load is known.`,
      },
    ],
    claims: [
      {
        subject: 'commitment',
        position: 'commit-1y',
        need: need.id,
        statement: `By price alone the machines of ${name} are committed for a year, which saves ${fig(saving)}.`,
        evidence: figureEvidence(saving),
      },
    ],
  };
}

function isSameForAYear({ service, design }: Option, chosen: Option): boolean {
  return (
    service === chosen.service &&
    design.purchase === '1y' &&
    design.provider === chosen.design.provider &&
    design.sku === chosen.design.sku &&
    design.region === chosen.design.region &&
    design.model === chosen.design.model
  );
}
