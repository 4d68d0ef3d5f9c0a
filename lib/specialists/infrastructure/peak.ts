import type { Workload } from '#lib/domain/assessment/assessment.ts';
import { readValue } from '#lib/domain/assessment/read-answer.ts';
import { answerEvidence, figureEvidence } from '#lib/domain/claims/evidence.ts';
import type { Figure } from '#lib/domain/figure/figure.ts';
import { fig, type Prose } from '#lib/domain/gate/prose.ts';
import { type Facts, inTheirWords, type Investigation, joinFacts, nameIn } from '../investigation.ts';

/** What the busiest moment asks of each workload, how the load is shaped, and what is not known of it. */
export function peakFacts(investigation: Investigation): Facts {
  return joinFacts(
    investigation.assessment.workloads.map((workload) =>
      joinFacts([peakOf(investigation, workload), shapeOf(investigation, workload)]),
    ),
  );
}

function peakOf(investigation: Investigation, workload: Workload): Facts {
  const { ledger, assessment } = investigation;
  const peak =
    ledger.get(`answer.workloads.${workload.id}.peakRequestsPerSecond`) ??
    ledger.get(`load.${workload.id}.peak-requests-per-second`);
  if (peak === undefined) return {};
  const mean = ledger.get(`answer.workloads.${workload.id}.averageRequestsPerSecond`);
  const ratio = mean && ratioOf(investigation, workload, peak, mean);
  const hours = ledger.get(`answer.workloads.${workload.id}.busyHoursPerDay`);
  const name = nameIn(workload.name, 'this workload');
  const evidence = [
    ...figureEvidence(peak, ratio),
    ...(hours === undefined ? [] : [answerEvidence(assessment, `workloads.${workload.id}.busyHoursPerDay`)]),
    ...(mean === undefined
      ? []
      : [answerEvidence(assessment, `workloads.${workload.id}.peakRequestsPerSecond`)]),
  ];
  return {
    statements: [
      {
        topic: `load of ${workload.id}`,
        weight: ratio !== undefined || hours !== undefined ? 8 : 5,
        text: peakSentence(name, peak, ratio, hours),
      },
    ],
    recommendations: [
      {
        key: `${workload.id}/load-test-peak`,
        need: workload.id,
        category: 'architecture',
        title: `Size ${name} for ${fig(peak)} and prove it by a load test`,
        summary: `A replay of the busiest moment with realistic lengths, on the design that is chosen, before anybody depends on ${name}.`,
        benefit: {
          level: 'medium',
          because: 'Every count of machines and every rate limit rests on this value.',
        },
        effort: { level: 'low', because: 'It needs recorded requests and an afternoon on the real service.' },
        risk: { level: 'low', because: 'It runs before launch.' },
        horizon: 'next',
        steps: [
          'Record requests with their lengths and times from the system of today.',
          'Replay the busiest moment against the chosen design, and then more than that.',
          'Set rate limits, scaling and alarms from what was measured.',
        ],
        prerequisites: ['An environment in which the chosen design runs.'],
        risks: ['Average lengths hide the long requests that fill a machine.'],
        evidence,
      },
    ],
  };
}

function ratioOf(
  { ledger }: Investigation,
  workload: Workload,
  amount: Figure,
  divisor: Figure,
): Figure | undefined {
  if (divisor.value <= 0) return undefined;
  return ledger.compute(
    {
      id: `infrastructure.${workload.id}.peak-over-mean`,
      label: `Peak as a multiple of the mean, ${workload.name}`,
      unit: 'ratio',
    },
    'quotient',
    { amount, divisor },
  );
}

function peakSentence(
  name: Prose,
  peak: Figure,
  ratio: Figure | undefined,
  hours: Figure | undefined,
): Prose {
  if (ratio !== undefined)
    return `${name} has to carry ${fig(peak)}, which is the mean multiplied by ${fig(ratio)}: capacity that waits for that moment is idle for most of the year, so it should be of a kind that costs little while it waits.`;
  if (hours !== undefined)
    return `The requests of ${name} crowd into ${fig(hours)} hours of the day, so ${fig(peak)} decides how much capacity is needed, and the total of the day does not.`;
  return `At its busiest ${name} sees about ${fig(peak)}; a peak derived from a daily total is a guess until somebody measures it.`;
}

const shapes: Readonly<Record<string, Prose>> = {
  steady:
    'is steady, which suits machines that run all the time and are paid for in advance once that is proven',
  'daily-peaks':
    'comes in waves each day, which suits scaling by schedule ahead of the wave and not after it',
  'office-hours': 'follows office hours, so machines can be off at night and at weekends',
  seasonal: 'has a season, so the design must grow for it and shrink again without a project',
  bursts:
    'comes in bursts that no scaling catches in time; what cannot wait needs headroom, what can wait needs a queue',
  unpredictable: 'cannot be foreseen, which favours capacity that is paid by use',
};

function shapeOf({ assessment }: Investigation, workload: Workload): Facts {
  const pattern = readValue(workload.answers.loadPattern);
  const shape = pattern === undefined ? undefined : shapes[pattern];
  if (shape === undefined) return {};
  return {
    statements: [
      {
        topic: `load of ${workload.id}`,
        weight: 4,
        text: `The load of ${nameIn(workload.name, 'this workload')} ${shape}${inTheirWords(assessment, `workloads.${workload.id}.loadPattern`)}.`,
      },
    ],
  };
}
