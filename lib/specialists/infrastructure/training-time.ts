import type { TrainingWorkload } from '#lib/domain/assessment/assessment.ts';
import type { Evidence, PositionOn } from '#lib/domain/claims/claim.ts';
import { answerEvidence, figureEvidence } from '#lib/domain/claims/evidence.ts';
import type { Figure } from '#lib/domain/figure/figure.ts';
import { fig, type Prose } from '#lib/domain/gate/prose.ts';
import type { Option, Verdict } from '#lib/domain/options/option.ts';
import { type Facts, inTheirWords, type Investigation, joinFacts, nameIn } from '../investigation.ts';

/** How long training takes on each kind of machine, and whether that meets the deadline once delivery is counted. */
export function trainingTimeFacts(investigation: Investigation): Facts {
  return joinFacts(
    investigation.assessment.workloads.map((workload) =>
      workload.kind === 'training' ? trainingOf(investigation, workload) : {},
    ),
  );
}

type Run = { option: Option; hours: Figure; time: Figure; verdict: Verdict | undefined };

function trainingOf(investigation: Investigation, workload: TrainingWorkload): Facts {
  const { assessment, needs, ledger } = investigation;
  const runs = (needs.find(({ id }) => id === workload.id)?.options ?? []).flatMap((option): Run[] => {
    const hours = ledger.get(`size.${option.id}.gpu-hours`);
    const time = ledger.get(`size.${option.id}.wall-time`);
    const verdict = option.checks.find(({ constraint }) => constraint === 'deadline')?.verdict;
    return hours === undefined || time === undefined ? [] : [{ option, hours, time, verdict }];
  });
  const own = runs.find(({ option }) => option.service === 'own-hardware');
  const rented = runs
    .filter(({ option }) => option.service === 'training-cloud')
    .toSorted((a, b) => a.time.value - b.time.value || (a.option.id < b.option.id ? -1 : 1))[0];
  const deadline = ledger.get(`answer.workloads.${workload.id}.deadline`);
  const name = nameIn(workload.name, 'the training');
  return joinFacts([
    own === undefined ? {} : onOwnMachines(name, workload, own, deadline),
    rented === undefined ? {} : onRented(name, workload, rented, deadline),
    deadline === undefined ? {} : deadlineClaim(investigation, workload, own ?? rented, deadline),
    checkpoints(investigation, workload),
    own === undefined ? {} : { recommendations: [hedge(assessment, workload, own, rented)] },
  ]);
}

function onOwnMachines(
  name: Prose,
  workload: TrainingWorkload,
  own: Run,
  deadline: Figure | undefined,
): Facts {
  const against = deadline === undefined ? '' : ` against ${fig(deadline)} until the model must be usable`;
  return {
    statements: [
      {
        topic: `time of ${workload.id}`,
        weight: 9,
        text: `${name} is ${fig(own.hours)} at an honest utilisation, which the machines on hand or on order work off in ${fig(own.time)}${against}; data, trial runs, evaluation and restarts have to fit into what is left.`,
      },
    ],
  };
}

function onRented(name: Prose, workload: TrainingWorkload, rented: Run, deadline: Figure | undefined): Facts {
  return {
    statements: [
      {
        topic: `time of ${workload.id}`,
        weight: 6,
        text: `Rented, ${name} can begin as soon as a block of machines in a common network is reserved, and then takes ${fig(rented.time)}${deadline === undefined ? '' : ` of the ${fig(deadline)} there are`}; capacity of that size is booked ahead, not clicked.`,
      },
    ],
  };
}

function deadlineClaim(
  { assessment }: Investigation,
  workload: TrainingWorkload,
  run: Run | undefined,
  deadline: Figure,
): Facts {
  const position = run === undefined ? 'cannot-tell' : positionOf(assessment, run);
  const evidence: Evidence[] = [
    answerEvidence(assessment, `workloads.${workload.id}.deadline`),
    ...figureEvidence(run?.time),
    ...assessment.hardware
      .filter(({ answers }) => answers.status?.state === 'value' && answers.status.value !== 'installed')
      .map(({ id }) => answerEvidence(assessment, `hardware.${id}.availableIn`)),
  ];
  return {
    claims: [
      {
        subject: 'deadline',
        position,
        need: workload.id,
        statement: `Whether ${fig(deadline)} suffices ${positionWords[position]}.`,
        evidence,
      },
      ...(position === 'cannot-tell' && run?.option.service === 'own-hardware'
        ? [
            {
              subject: 'serving-location' as const,
              position: 'gpu-cloud' as const,
              need: workload.id,
              statement: `Until delivery is confirmed ${nameIn(workload.name, 'the training')} is planned on rented machines.`,
              evidence,
            },
          ]
        : []),
    ],
  };
}

const positionWords: Readonly<Record<PositionOn<'deadline'>, Prose>> = {
  met: 'is answered by the computing time: it does',
  missed: 'is answered by the computing time: it does not',
  'cannot-tell': 'depends on a delivery date that nobody has confirmed',
};

/** Computing time alone meets a deadline only when the machines are there. */
function positionOf(
  { hardware }: Investigation['assessment'],
  { option, verdict }: Run,
): PositionOn<'deadline'> {
  if (verdict === 'not-met') return 'missed';
  const undelivered =
    option.service === 'own-hardware' &&
    hardware.some(
      ({ answers }) =>
        answers.status?.state === 'value' &&
        answers.status.value !== 'installed' &&
        answers.availableIn?.state !== 'value' &&
        answers.availableIn?.state !== 'range',
    );
  return verdict === 'met' && !undelivered ? 'met' : 'cannot-tell';
}

/** Saved states decide how much work a failure costs; writing them must not stop the machines for long. */
function checkpoints({ ledger }: Investigation, workload: TrainingWorkload): Facts {
  const checkpoint = ledger.get(`load.${workload.id}.checkpoint`);
  if (checkpoint === undefined) return {};
  return {
    statements: [
      {
        topic: `storage of ${workload.id}`,
        weight: 5,
        text: `A saved state is ${fig(checkpoint)}; written often enough that a failure costs minutes, it asks for storage that takes it in bursts, apart from where the training data is read.`,
      },
    ],
  };
}

function hedge(
  assessment: Investigation['assessment'],
  workload: TrainingWorkload,
  own: Run,
  rented: Run | undefined,
) {
  const name = nameIn(workload.name, 'the training');
  const late = assessment.hardware.find(
    ({ answers }) => answers.status?.state === 'value' && answers.status.value !== 'installed',
  );
  const path = late && `hardware.${late.id}.availableIn`;
  return {
    key: `${workload.id}/hedge-delivery`,
    need: workload.id,
    category: 'training' as const,
    title: `Begin ${name} on rented machines if delivery is not confirmed by a date`,
    summary: `The machines need ${fig(own.time)}; counted back from the deadline that gives the last day on which waiting is still safe${path === undefined ? '' : inTheirWords(assessment, path)}.`,
    benefit: { level: 'high' as const, because: 'It takes the deadline out of the hands of a supplier.' },
    effort: {
      level: 'medium' as const,
      because: 'The same code has to run in both places from the beginning.',
    },
    risk: { level: 'medium' as const, because: 'Reserved capacity costs money whether it is used or not.' },
    horizon: 'now' as const,
    steps: [
      'Have the supplier confirm a date and a penalty, or its absence.',
      'Fix the last day on which waiting is safe, and ask for a reservation that can be released before it.',
      'Run a trial at small scale on rented machines now: it measures the utilisation on which the whole plan rests.',
    ],
    prerequisites: ['The data that may leave its place is known.'],
    risks: ['A reservation in a region where the data may not go is worthless.'],
    evidence: [
      ...(path === undefined ? [] : [answerEvidence(assessment, path)]),
      answerEvidence(assessment, `workloads.${workload.id}.deadline`),
      ...figureEvidence(own.time, rented?.time),
    ],
  };
}
