import { readValue } from '#lib/domain/assessment/read-answer.ts';
import type { ClaimDraft } from '#lib/domain/claims/claim.ts';
import { answerEvidence, figureEvidence } from '#lib/domain/claims/evidence.ts';
import { fig } from '#lib/domain/gate/prose.ts';
import { type Facts, inTheirWords, type Investigation, joinFacts, nameIn } from '../investigation.ts';

/** Fewer people than this cannot share being on call. */
const onCallRota = 3;

/** Whether the people who are there can carry the plan, and what follows when they cannot. */
export function teamFacts(investigation: Investigation): Facts {
  return joinFacts([
    buyer(investigation),
    thinOperations(investigation),
    bottleneck(investigation),
    untriedSize(investigation),
    unknownTeam(investigation),
  ]);
}

/** A client without people for models, or with a wish to buy, buys. */
function buyer({ assessment, ledger }: Investigation): Facts {
  const { answers } = assessment;
  const ml = ledger.get('answer.answers.mlEngineers');
  const wantsToBuy = readValue(answers.prefersToBuy) === 'buy';
  const nobody = ml !== undefined && ml.value === 0;
  if (!wantsToBuy && !nobody) return {};
  const evidence = [
    ...(wantsToBuy ? [answerEvidence(assessment, 'answers.prefersToBuy')] : []),
    ...(nobody ? [answerEvidence(assessment, 'answers.mlEngineers')] : []),
  ];
  const path = nobody ? 'answers.mlEngineers' : 'answers.prefersToBuy';
  const served = assessment.workloads.filter(({ kind }) => kind === 'llm-serving');
  return {
    statements: [
      {
        topic: 'team',
        weight: 7,
        text: `The team builds software and not models${inTheirWords(assessment, path)}${wantsToBuy ? `, and would rather buy${inTheirWords(assessment, 'answers.prefersToBuy')}` : ''}: its strength belongs into the product around the model, where customers see it.`,
      },
    ],
    claims: served.map(({ id, name }): ClaimDraft => ({
      subject: 'build-or-buy',
      position: 'buy',
      need: id,
      statement: `The model behind ${nameIn(name, 'the service')} is bought, because nobody is there to keep it.`,
      evidence,
    })),
  };
}

/** High promises with few people: nobody can be on call all the time. */
function thinOperations({ assessment, ledger }: Investigation): Facts {
  const people = ledger.get('answer.answers.platformEngineers');
  if (people === undefined || people.value >= onCallRota) return {};
  const promised = assessment.workloads.find(({ answers }) => {
    const availability = readValue(answers.availability);
    return availability !== undefined && availability !== 'best-effort' && availability !== '99';
  });
  const evidence = [
    answerEvidence(assessment, 'answers.platformEngineers'),
    ...(promised === undefined ? [] : [answerEvidence(assessment, `workloads.${promised.id}.availability`)]),
    ...figureEvidence(people),
  ];
  const served = assessment.workloads.filter(({ kind }) => kind === 'llm-serving');
  return {
    statements: [
      {
        topic: 'team',
        weight: 8,
        text:
          promised === undefined
            ? `With ${fig(people)} people for all infrastructure${inTheirWords(assessment, 'answers.platformEngineers')} every further system takes time from those that run today, and holidays alone leave nobody.`
            : `${fig(people)} people${inTheirWords(assessment, 'answers.platformEngineers')} cannot keep the promise for ${nameIn(promised.name, 'the service')}${inTheirWords(assessment, `workloads.${promised.id}.availability`)} alone, since somebody has to answer on each day of the year: either the operation is bought with the service, or people are hired first.`,
      },
    ],
    claims: served.map(({ id, name }): ClaimDraft => ({
      subject: 'serving-location',
      position: 'token-api',
      need: id,
      statement: `${nameIn(name, 'The service')} runs where somebody else is on call.`,
      evidence,
    })),
    recommendations: [
      {
        key: 'whole/operations-cover',
        need: 'whole',
        category: 'organisation',
        title: 'Settle who operates it before deciding what is operated',
        summary: `${fig(people)} people run infrastructure today; the options are a managed service, a partner for operations, or hiring ahead of the launch.`,
        benefit: { level: 'high', because: 'Every design for oneself rests on hands that are not there.' },
        effort: {
          level: promised === undefined ? 'medium' : 'high',
          because: 'Hiring takes months, and a partner needs a contract.',
        },
        risk: { level: 'low', because: 'It is reversible until systems depend on it.' },
        horizon: promised === undefined ? 'next' : 'now',
        steps: [
          'Write down the hours in which somebody must answer.',
          'Price a managed service, a partner and hiring against that.',
          'Choose, and only then fix the design.',
        ],
        prerequisites: [],
        risks: ['A person who leaves takes the operation along.'],
        evidence,
      },
    ],
  };
}

/** Many who make models and few who bring them into operation. */
function bottleneck({ assessment, ledger }: Investigation): Facts {
  const scientists = ledger.get('answer.answers.dataScientists');
  const engineers = ledger.get('answer.answers.mlEngineers');
  if (
    scientists === undefined ||
    engineers === undefined ||
    scientists.value < 5 * Math.max(1, engineers.value)
  )
    return {};
  const evidence = [
    answerEvidence(assessment, 'answers.dataScientists'),
    answerEvidence(assessment, 'answers.mlEngineers'),
    ...figureEvidence(scientists, engineers),
  ];
  return {
    statements: [
      {
        topic: 'team',
        weight: 8,
        text: `The models of ${fig(scientists)} data scientists reach production through ${fig(engineers)} ML engineer${engineers.value === 1 ? '' : 's'}${inTheirWords(assessment, 'answers.mlEngineers')}: that is the narrowest place of the plan, and no machine widens it.`,
      },
    ],
    recommendations: [
      {
        key: 'whole/widen-model-operations',
        need: 'whole',
        category: 'organisation',
        title: 'Widen the way of models into production before more models are made',
        summary:
          'People from the platform team take over delivery and monitoring of models, with data scientists on call for what they ship.',
        benefit: {
          level: 'high',
          because: 'The plan asks for more frequent releases through the same narrow place.',
        },
        effort: { level: 'medium', because: 'Skills exist on both sides; they have to meet.' },
        risk: { level: 'low', because: 'It removes a dependency on a person.' },
        horizon: 'now',
        steps: [
          'Pair platform engineers with model engineering for the first release.',
          'Automate tests, release and way back for models.',
          'Hire for the rest.',
        ],
        prerequisites: [],
        risks: ['Whoever knows it all today becomes the teacher and the bottleneck at once.'],
        evidence,
      },
    ],
  };
}

/** A model larger than anything that the team has trained is approached in steps. */
function untriedSize({ assessment, ledger }: Investigation): Facts {
  const training = assessment.workloads.find(({ kind }) => kind === 'training');
  const engineers = ledger.get('answer.answers.mlEngineers');
  const size = training && ledger.get(`answer.workloads.${training.id}.modelParameters`);
  if (training === undefined || engineers === undefined || size === undefined) return {};
  const evidence = [
    answerEvidence(assessment, 'answers.mlEngineers'),
    answerEvidence(assessment, `workloads.${training.id}.modelParameters`),
    ...figureEvidence(size, engineers),
  ];
  return {
    statements: [
      {
        topic: 'team',
        weight: 7,
        text: `${fig(engineers)} engineers${inTheirWords(assessment, 'answers.mlEngineers')} would train a model of ${fig(size)}; what they have shown so far has to be set against that, and runs of growing size show early whether data and code carry.`,
      },
    ],
    recommendations: [
      {
        key: `${training.id}/grow-in-steps`,
        need: training.id,
        category: 'training',
        title: `Approach ${nameIn(training.name, 'the training')} by runs of growing size, with a gate after each`,
        summary:
          'Each run must hit the loss that the one before it predicts; if it does not, the large run would not either.',
        benefit: { level: 'high', because: 'A failed large run costs the deadline and most of the budget.' },
        effort: {
          level: 'medium',
          because: 'It needs weeks at small scale, on machines that can be rented now.',
        },
        risk: { level: 'low', because: 'Small runs are cheap to lose.' },
        horizon: 'now',
        steps: [
          'Fix tokeniser, data mix and evaluation on small runs.',
          'Fit how loss falls with size, and predict the large run.',
          'Decide with that whether to train anew at all, or to continue from an open model.',
        ],
        prerequisites: [],
        risks: ['Continuing from an open model may do for a small part of the cost; nobody has asked yet.'],
        evidence,
      },
    ],
  };
}

function unknownTeam({ assessment }: Investigation): Facts {
  if (
    assessment.answers.platformEngineers !== undefined ||
    assessment.answers.developers !== undefined ||
    assessment.workloads.length === 0
  )
    return {};
  return {
    questions: [
      {
        answer: 'answers.platformEngineers',
        question: 'How many people run infrastructure, and who answers when a system fails at night?',
        because: 'It decides between running machines and buying a service before any price does.',
      },
    ],
  };
}
