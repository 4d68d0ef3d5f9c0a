import type { Workload } from '#lib/domain/assessment/assessment.ts';
import { readValue } from '#lib/domain/assessment/read-answer.ts';
import type { Evidence } from '#lib/domain/claims/claim.ts';
import { answerEvidence } from '#lib/domain/claims/evidence.ts';
import type { Prose } from '#lib/domain/gate/prose.ts';
import { type Facts, inTheirWords, type Investigation, nameIn } from '../investigation.ts';

/** From this many uses on a small team cannot begin with all of them. */
const many = 4;
/** Fewer people than this who run infrastructure are a small team. */
const smallTeam = 3;

/** Whether everything begins at once, and what should begin first. */
export function scopeFacts(investigation: Investigation): Facts {
  const { assessment, ledger } = investigation;
  const people = ledger.get('answer.answers.platformEngineers');
  if (assessment.workloads.length >= many && (people === undefined || people.value < smallTeam))
    return fewerFirst(investigation);
  return inOrder(investigation);
}

function fewerFirst({ assessment }: Investigation): Facts {
  const ordered = assessment.workloads.toSorted((a, b) => readiness(b) - readiness(a));
  const first = ordered.slice(0, 2).map(({ name }) => nameIn(name, 'a use'));
  const last = ordered.slice(-2).map(({ name }) => nameIn(name, 'a use'));
  const evidence: Evidence[] = [
    answerEvidence(assessment, 'answers.goals'),
    answerEvidence(assessment, 'answers.platformEngineers'),
  ];
  return {
    statements: [
      {
        topic: 'scope',
        weight: 9,
        text: `There are more ideas than hands${inTheirWords(assessment, 'answers.platformEngineers')}: begin with ${listed(first)}, where a mistake stays inside the house and the work can be checked, and leave ${listed(last)}, which touch the rights of people, until those have taught something.`,
      },
    ],
    claims: [
      {
        subject: 'scope',
        position: 'fewer-first',
        need: 'whole',
        statement: `Begin with ${listed(first)}.`,
        evidence,
      },
    ],
    recommendations: [
      {
        key: 'whole/start-with-fewer',
        need: 'whole',
        category: 'organisation',
        title: `Begin with ${listed(first)} and put the rest in a queue`,
        summary: 'Each further use begins when the ones before it run and somebody is free for it.',
        benefit: { level: 'high', because: 'A small team that begins everything finishes nothing.' },
        effort: { level: 'low', because: 'It takes work away.' },
        risk: { level: 'low', because: 'What waits is not lost.' },
        horizon: 'now',
        steps: [
          'Name a person in charge for each of the first uses.',
          'Set the measure by which the next may begin.',
          'Tell the others when their turn is looked at again.',
        ],
        prerequisites: [],
        risks: ['Whoever waits will buy something alone; offer a sanctioned tool meanwhile.'],
        evidence,
      },
    ],
  };
}

/** How soon a use can begin: work inside the house and known volumes first, what weighs on people last. */
function readiness(workload: Workload): number {
  const areas: readonly string[] = readValue(workload.answers.areasOfUse) ?? [];
  const weighs = [
    'public-services',
    'public-space-cameras',
    'credit-scoring',
    'employment',
    'education',
    'biometrics',
  ];
  const isCounted = workload.kind === 'batch' && workload.answers.items !== undefined;
  return (
    (areas.includes('internal-work') ? 2 : 0) +
    (isCounted ? 1 : 0) -
    (areas.includes('talks-to-people') ? 1 : 0) -
    (areas.some((area) => weighs.includes(area)) ? 2 : 0)
  );
}

/** Uses with different dates begin in that order, and the later ones depend on what the first shows. */
function inOrder({ assessment, ledger }: Investigation): Facts {
  const dated = assessment.workloads
    .flatMap((workload) => {
      const live = ledger.get(`answer.workloads.${workload.id}.goLive`);
      return live === undefined ? [] : [{ workload, live }];
    })
    .toSorted((a, b) => a.live.value - b.live.value);
  const [first] = dated;
  const last = dated.at(-1);
  if (first === undefined || last === undefined || first.live.value === last.live.value) return {};
  const early = nameIn(first.workload.name, 'the first use');
  const late = nameIn(last.workload.name, 'the later use');
  return {
    statements: [
      {
        topic: 'scope',
        weight: 6,
        text: `${early} comes first and ${late} after it${inTheirWords(assessment, `workloads.${last.workload.id}.goLive`)}; the platform of the first must not be shaped by guesses about the second, which begins as a project with its own rules.`,
      },
    ],
    claims: [
      {
        subject: 'scope',
        position: 'fewer-first',
        need: 'whole',
        statement: `${early} runs before ${late} begins.`,
        evidence: dated.map(({ workload }) => answerEvidence(assessment, `workloads.${workload.id}.goLive`)),
      },
    ],
  };
}

function listed(names: readonly Prose[]): Prose {
  return new Intl.ListFormat('en').format(names);
}
