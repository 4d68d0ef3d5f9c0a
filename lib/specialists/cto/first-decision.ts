import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import { readValue } from '#lib/domain/assessment/read-answer.ts';
import type { Evidence, PositionOn } from '#lib/domain/claims/claim.ts';
import { answerEvidence } from '#lib/domain/claims/evidence.ts';
import type { Prose } from '#lib/domain/gate/prose.ts';
import { type Facts, type Investigation, nameIn } from '../investigation.ts';

/** What comes before everything else, and the decisions that only the board can take. */
export function firstDecisionFacts({ assessment }: Investigation): Facts {
  if (assessment.workloads.length === 0)
    return {
      statements: [
        {
          topic: 'decision',
          weight: 9,
          text: 'Nothing is described yet that could be run, so there is nothing to recommend; the description of what is wanted comes first.',
        },
      ],
    };
  const first = firstStepOf(assessment);
  const asked = decisions(assessment);
  return {
    statements: [
      ...(first === undefined
        ? []
        : [
            {
              topic: 'decision',
              weight: 10,
              text: `The first step is ${first.what}, because ${first.because}.`,
            },
          ]),
      ...(asked.length === 0
        ? []
        : [
            {
              topic: 'decision',
              weight: 9,
              text: `The board has to decide ${new Intl.ListFormat('en').format(asked)}; everything else can be delegated.`,
            },
          ]),
    ],
    claims:
      first === undefined
        ? []
        : [
            {
              subject: 'first-step',
              position: first.position,
              need: 'whole',
              statement: `The first step is ${first.what}.`,
              evidence: first.evidence,
            },
          ],
  };
}

type FirstStep = { position: PositionOn<'first-step'>; what: Prose; because: Prose; evidence: Evidence[] };

/** The most pressing of what the answers show, from what can hurt today to what only costs time. */
function firstStepOf(assessment: Assessment): FirstStep | undefined {
  const { answers, hardware, commitments, workloads } = assessment;
  if (readValue(answers.penetrationTest) === 'failed')
    return {
      position: 'security',
      what: 'to pay off the security debt',
      because: 'it exposes the systems that run today, and new ones would stand on it',
      evidence: [answerEvidence(assessment, 'answers.penetrationTest')],
    };
  const ordered = hardware.find(
    ({ answers: of }) => of.status?.state === 'value' && of.status.value === 'ordered',
  );
  if (ordered !== undefined)
    return {
      position: 'capacity',
      what: 'to secure capacity with a date',
      because: 'machines on order without a delivery date decide the schedule more than any design',
      evidence: [
        answerEvidence(assessment, `hardware.${ordered.id}.status`),
        answerEvidence(assessment, `hardware.${ordered.id}.availableIn`),
      ],
    };
  if (answers.problemCostPerYear !== undefined || answers.claimedBenefitPerYear !== undefined)
    return {
      position: 'measure',
      what: 'to measure the benefit on cases of the past',
      because: 'the case rests on a value that the client believes and nobody has checked',
      evidence: [
        answerEvidence(
          assessment,
          answers.claimedBenefitPerYear === undefined
            ? 'answers.problemCostPerYear'
            : 'answers.claimedBenefitPerYear',
        ),
      ],
    };
  const size = workloads.find(
    (workload) =>
      workload.kind === 'llm-serving' &&
      workload.answers.modelParameters !== undefined &&
      'basis' in workload.answers.modelParameters &&
      workload.answers.modelParameters.basis === 'believed',
  );
  if (size !== undefined)
    return {
      position: 'pilot',
      what: `a short trial of several models for ${nameIn(size.name, 'the service')} on real cases`,
      because: 'the model, and with it machines and money, is chosen by belief so far',
      evidence: [answerEvidence(assessment, `workloads.${size.id}.modelParameters`)],
    };
  const ending = commitments.find(({ answers: of }) => of.endsIn !== undefined);
  if (ending !== undefined)
    return {
      position: 'pilot',
      what: 'a launch to few users with an evaluation behind it',
      because: 'it shows the load and the quality before contracts are signed again',
      evidence: [answerEvidence(assessment, `commitments.${ending.id}.endsIn`)],
    };
  return undefined;
}

function decisions(assessment: Assessment): Prose[] {
  const { answers, workloads, commitments } = assessment;
  const heavy = workloads.find(({ answers: of }) => readValue(of.decidesAboutPeople) === true);
  const late = commitments.find(({ answers: of }) => of.endsIn !== undefined);
  const unmeasured = answers.problemCostPerYear ?? answers.claimedBenefitPerYear;
  return [
    ...(readValue(answers.penetrationTest) === 'failed'
      ? ['whether anything new is connected before the known holes are closed']
      : []),
    ...(workloads.length >= 4 ? ['which uses wait'] : []),
    ...(heavy === undefined
      ? []
      : [`who answers for ${nameIn(heavy.name, 'the use')}, which decides about people`]),
    ...(late === undefined ? [] : [`on which terms ${nameIn(late.name, 'the commitment')} may be renewed`]),
    ...(readValue(answers.ownAccountsRequired) === true
      ? [
          'whether a hosted model inside the own accounts satisfies the legal department, which is the cheapest question with the largest effect',
        ]
      : []),
    ...(unmeasured === undefined ? [] : ['by which measure the claimed benefit is accepted']),
    ...(workloads.some(({ kind }) => kind === 'training')
      ? ['whether a model of the own is needed, or an open model trained further would do']
      : []),
  ];
}
