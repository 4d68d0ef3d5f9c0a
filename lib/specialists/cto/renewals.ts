import { readValue } from '#lib/domain/assessment/read-answer.ts';
import type { ClaimDraft } from '#lib/domain/claims/claim.ts';
import { answerEvidence, figureEvidence } from '#lib/domain/claims/evidence.ts';
import { fig } from '#lib/domain/gate/prose.ts';
import { type Facts, inTheirWords, type Investigation, joinFacts, nameIn } from '../investigation.ts';

/** What a contract that ends soon allows: it is signed again when the new need is known, and not before. Seconds. */
const soon = 550 * 86_400;

/** Contracts that end, and what not to sign while the new need is unknown. */
export function renewalFacts(investigation: Investigation): Facts {
  return joinFacts([
    ...investigation.assessment.commitments.map(({ id, name }) => endingOf(investigation, id, name)),
    contracts(investigation),
    nothingNew(investigation),
  ]);
}

function endingOf({ assessment, ledger }: Investigation, id: string, name: string): Facts {
  const ends = ledger.get(`answer.commitments.${id}.endsIn`);
  if (ends === undefined || ends.value > soon) return {};
  const spend = ledger.get('answer.answers.cloudSpend');
  const path = `commitments.${id}.endsIn`;
  const evidence = [answerEvidence(assessment, path), ...figureEvidence(ends, spend)];
  const called = nameIn(name, 'The commitment');
  return {
    statements: [
      {
        topic: 'contracts',
        weight: 8,
        text: `${called} end in ${fig(ends)}${inTheirWords(assessment, path)}${spend === undefined ? '' : `, on a spend of ${fig(spend)}`}: what is renewed should be sized after the new need is measured, and the new need is an argument in that negotiation.`,
      },
    ],
    claims: [
      {
        subject: 'commitment',
        position: 'none-yet',
        need: 'whole',
        statement: `${called} are not renewed before the new need is known.`,
        evidence,
      },
    ],
    recommendations: [
      {
        key: `whole/renew-after-sizing-${id}`,
        need: 'whole',
        category: 'cost',
        title: `Hold the renewal of ${nameIn(name, 'the commitment')} until the new need is measured`,
        summary: `There is ${fig(ends)} until it ends; a bridge on demand for a short time costs less than terms that do not fit.`,
        benefit: {
          level: 'medium',
          because: 'Terms are best before signing, and the new service changes the mix.',
        },
        effort: { level: 'low', because: 'It is a date in the calendar and a talk with the provider.' },
        risk: { level: 'low', because: 'At worst some weeks run at list price.' },
        horizon: 'now',
        steps: [
          'Ask what the provider offers for model use beside machines.',
          'Measure the first weeks of the new service.',
          'Renew what is proven and no more.',
        ],
        prerequisites: [],
        risks: ['Automatic renewal: read the notice period today.'],
        evidence,
      },
    ],
  };
}

function contracts({ assessment }: Investigation): Facts {
  if (readValue(assessment.answers.contracts) === undefined || assessment.commitments.length > 0) return {};
  const evidence = [answerEvidence(assessment, 'answers.contracts')];
  return {
    statements: [
      {
        topic: 'contracts',
        weight: 7,
        text: `Contracts run out while this is built${inTheirWords(assessment, 'answers.contracts')}; whatever new machines are bought should not deepen the dependency that is about to be negotiated.`,
      },
    ],
    recommendations: [
      {
        key: 'whole/decide-before-renewal',
        need: 'whole',
        category: 'cost',
        title: 'Decide on the base of the own machines before the licence is renewed',
        summary:
          'The renewal is the moment at which leaving is cheapest; new workloads should already stand on what comes after.',
        benefit: {
          level: 'medium',
          because: 'The price of staying has changed, and the new uses need not add to it.',
        },
        effort: {
          level: 'medium',
          because: 'Moving virtual machines is work, and new ones need none of it.',
        },
        risk: { level: 'medium', because: 'A move under time pressure goes wrong.' },
        horizon: 'next',
        steps: [
          'List what would have to move, and how hard it is.',
          'Price staying, leaving and a mixed way.',
          'Place new workloads outside the licence from the start.',
        ],
        prerequisites: [],
        risks: ['The notice period ends earlier than the contract.'],
        evidence,
      },
    ],
  };
}

/** On loads that are believed and not measured nothing is committed to. */
function nothingNew({ assessment, ledger }: Investigation): Facts {
  const believed = assessment.workloads.flatMap((workload) => {
    if (workload.kind !== 'llm-serving') return [];
    const { requestsPerDay, requestsPerUserPerMonth } = workload.answers;
    const field = requestsPerDay === undefined ? 'requestsPerUserPerMonth' : 'requestsPerDay';
    const answer = requestsPerDay ?? requestsPerUserPerMonth;
    const isGuess = answer !== undefined && 'basis' in answer && answer.basis !== 'measured';
    return isGuess ? [{ workload, field }] : [];
  });
  return {
    claims: believed.map(({ workload, field }): ClaimDraft => ({
      subject: 'commitment',
      position: 'none-yet',
      need: workload.id,
      statement: `Nothing is committed for ${nameIn(workload.name, 'the service')} while its load is an estimate.`,
      evidence: [
        answerEvidence(assessment, `workloads.${workload.id}.${field}`),
        ...figureEvidence(ledger.get(`load.${workload.id}.requests-per-month`)),
      ],
    })),
  };
}
