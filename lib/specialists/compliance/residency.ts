import { readValue } from '#lib/domain/assessment/read-answer.ts';
import { residencyOptions } from '#lib/domain/assessment/vocabulary.ts';
import { answerEvidence, figureEvidence } from '#lib/domain/claims/evidence.ts';
import { fig, type Prose } from '#lib/domain/gate/prose.ts';
import { type Facts, inTheirWords, type Investigation, joinFacts, nameIn } from '../investigation.ts';

/** Where data must stay: for everybody, for some customers, for part of the training data. */
export function residencyFacts(investigation: Investigation): Facts {
  return joinFacts([
    clientWide(investigation),
    forSomeCustomers(investigation),
    boundData(investigation),
    unstated(investigation),
  ]);
}

function clientWide({ assessment, needs }: Investigation): Facts {
  const places = readValue(assessment.answers.residency);
  if (places === undefined || places.length === 0) return {};
  const priced = needs.flatMap(({ options }) => options);
  const open = priced.some(({ checks }) =>
    checks.some(({ constraint, verdict }) => constraint === 'residency' && verdict === 'cannot-tell'),
  );
  const ownAccounts = readValue(assessment.answers.ownAccountsRequired) === true;
  return {
    statements: [
      {
        topic: 'residency',
        weight: 7,
        text: `Data must stay in ${placeNames(places)}${inTheirWords(assessment, 'answers.residency')}; a region settles where machines stand, and not under whose law their operator is.`,
      },
      ...(open
        ? [
            {
              topic: 'residency',
              weight: 6,
              text: `Where a hosted model processes what it is sent is in no price list; for ${placeNames(places)} it has to be written into the contract, or the model has to be deployed in a region by name.`,
            },
          ]
        : []),
    ],
    recommendations: [
      {
        key: 'whole/residency-in-writing',
        need: 'whole',
        category: 'compliance',
        title: `Have processing in ${placeNames(places)} confirmed in writing`,
        summary:
          'For each service that is chosen: region of processing, of storage, of logs and of support access.',
        benefit: {
          level: 'high',
          because: 'It is a stated condition, and for hosted models no price row shows whether it is met.',
        },
        effort: { level: 'low', because: 'It is a clause and a setting, asked for before signing.' },
        risk: { level: 'low', because: 'At worst a provider drops out early.' },
        horizon: 'now',
        steps: [
          'Ask for a deployment bound to a named region, support access and logs included.',
          ownAccounts
            ? "Deploy in the client's own accounts and switch off any sharing across regions."
            : 'Switch off any routing across regions.',
          'Verify it after set-up, and again at each change of service.',
        ],
        prerequisites: [],
        risks: ['Services that fail over across regions break the promise silently.'],
        evidence: [
          answerEvidence(assessment, 'answers.residency'),
          ...(ownAccounts ? [answerEvidence(assessment, 'answers.ownAccountsRequired')] : []),
        ],
      },
    ],
  };
}

/** Some customers ask for their own region: that asks for a second region with its own data, not a switch for all. */
function forSomeCustomers({ assessment }: Investigation): Facts {
  const places = readValue(assessment.answers.regionalDataFor);
  if (places === undefined || places.length === 0) return {};
  const evidence = [answerEvidence(assessment, 'answers.regionalDataFor')];
  const served = assessment.workloads.filter(({ kind }) => kind === 'llm-serving' || kind === 'retrieval');
  return {
    statements: [
      {
        topic: 'residency',
        weight: 7,
        text: `Some customers ask for their data in ${placeNames(places)}${inTheirWords(assessment, 'answers.regionalDataFor')}: index, prompts, logs and evaluation data of those customers need a home there, which is easy to lay out now and hard to add later.`,
      },
    ],
    claims: served.map((workload) => ({
      subject: 'regions' as const,
      position: 'two-regions' as const,
      need: workload.id,
      statement: `Customers who ask for ${placeNames(places)} are served by a region of their own.`,
      evidence,
    })),
    recommendations: [
      {
        key: 'whole/regional-data',
        need: 'whole',
        category: 'compliance',
        title: `Lay out a home in ${placeNames(places)} for the customers who ask for it`,
        summary: 'A customer belongs to a region; index, prompts and logs follow, and nothing crosses.',
        benefit: {
          level: 'medium',
          because: 'Customers ask for it, and it cannot be added later without moving data.',
        },
        effort: {
          level: 'medium',
          because: 'It is a second deployment of the same code and a rule that routes by customer.',
        },
        risk: { level: 'low', because: 'Both regions run the same software.' },
        horizon: 'next',
        steps: [
          'Record the region with each customer.',
          'Deploy index and model access in that region, by the same automation.',
          'Test that no request of such a customer leaves it.',
        ],
        prerequisites: ['The chosen model is offered in that region.'],
        risks: ['Models arrive later in smaller regions.'],
        evidence,
      },
    ],
  };
}

function boundData({ assessment, ledger }: Investigation): Facts {
  return joinFacts(
    assessment.workloads.flatMap((workload): Facts[] => {
      if (workload.kind !== 'training') return [];
      const place = readValue(workload.answers.dataNotToLeavePlace);
      const amount = ledger.get(`answer.workloads.${workload.id}.dataNotToLeave`);
      if (place === undefined || amount === undefined) return [];
      const where = residencyOptions[place];
      const evidence = [
        answerEvidence(assessment, `workloads.${workload.id}.dataNotToLeave`),
        answerEvidence(assessment, `workloads.${workload.id}.dataNotToLeavePlace`),
      ];
      return [
        {
          statements: [
            {
              topic: 'residency',
              weight: 9,
              text: `${fig(amount)} of the data may not leave ${where}${inTheirWords(assessment, `workloads.${workload.id}.dataNotToLeave`)}, so training elsewhere either does without it or goes to it; whether weights learnt from it may leave is a legal question that is open.`,
            },
          ],
          claims: [
            {
              subject: 'first-step' as const,
              position: 'data' as const,
              need: workload.id,
              statement: `What ties the data to ${where} is settled before machines are bought for ${nameIn(workload.name, 'the training')}.`,
              evidence: [...evidence, ...figureEvidence(amount)],
            },
          ],
          recommendations: [
            {
              key: `${workload.id}/data-bound-to-place`,
              need: workload.id,
              category: 'compliance' as const,
              title: `Settle what may be done with the data that is bound to ${where}`,
              summary: `${fig(amount)} decides where training can happen; the reason for the restriction decides whether derived data and weights are free.`,
              benefit: {
                level: 'high' as const,
                because: 'The place of training depends on it, and with it every price.',
              },
              effort: {
                level: 'low' as const,
                because: 'It is a question to whoever imposed the restriction.',
              },
              risk: { level: 'low' as const, because: 'Nothing is spent before the answer.' },
              horizon: 'now' as const,
              steps: [
                `Find out what forbids the data to leave ${where}: contract, export control or law.`,
                'Ask whether tokens, gradients and weights derived from it fall under the same rule.',
                `Decide between training without it, a separate stage in ${where}, and moving all of the training there.`,
              ],
              prerequisites: [],
              risks: ['A model trained on it by mistake may have to be trained again.'],
              evidence,
            },
          ],
        },
      ];
    }),
  );
}

function unstated({ assessment }: Investigation): Facts {
  const isStated =
    assessment.answers.residency !== undefined ||
    assessment.workloads.some(({ answers }) => answers.residency !== undefined);
  if (isStated || assessment.workloads.length === 0) return {};
  return {
    questions: [
      {
        answer: 'answers.residency',
        question: 'In which countries must data stay, by law, by contract or by policy?',
        because: 'It decides which regions may be priced at all; without it no option can be called allowed.',
      },
    ],
  };
}

function placeNames(places: readonly (keyof typeof residencyOptions)[]): Prose {
  return new Intl.ListFormat('en').format(
    places.map((place) => `${articleOf(place)}${residencyOptions[place]}`),
  );
}

function articleOf(place: string): string {
  return place === 'us' || place === 'eu' || place === 'uk' || place === 'nl' ? 'the ' : '';
}
