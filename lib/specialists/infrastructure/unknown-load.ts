import type { Workload } from '#lib/domain/assessment/assessment.ts';
import { fig, type Prose } from '#lib/domain/gate/prose.ts';
import { type Facts, inTheirWords, type Investigation, joinFacts, nameIn } from '../investigation.ts';

/** Workloads of which nobody said how much they have to do: what is asked, and what can be said all the same. */
export function unknownLoadFacts(investigation: Investigation): Facts {
  const unknown = investigation.assessment.workloads.filter((workload) => !isKnown(investigation, workload));
  const silent = unknown.filter((workload) => reachOf(investigation, workload) === undefined);
  return joinFacts([
    ...unknown.map((workload) => ({ statements: reachStatement(investigation, workload) })),
    { statements: silentStatement(silent) },
    { questions: unknown.map(questionOf) },
  ]);
}

/** Services for no more people than this share machines, however often each of them asks. */
const fewPeople = 1_000;

function reachOf({ ledger }: Investigation, { id }: Workload) {
  const active = ledger.get(`answer.workloads.${id}.activeUsers`);
  return (
    ledger.get(`answer.workloads.${id}.possibleUsersPerDay`) ??
    (active && active.value <= fewPeople ? active : undefined)
  );
}

function reachStatement(investigation: Investigation, workload: Workload) {
  const reach = reachOf(investigation, workload);
  if (reach === undefined) return [];
  const name = nameIn(workload.name, 'this workload');
  const isCount = reach.unit === 'count';
  const words = inTheirWords(
    investigation.assessment,
    `workloads.${workload.id}.${isCount ? 'activeUsers' : 'possibleUsersPerDay'}`,
  );
  return [
    {
      topic: 'unknown load',
      weight: isCount ? 5 : 4,
      text: isCount
        ? `${name} is for ${fig(reach)} people${words}: even if they use it all day that is a small service, which shares machines with other work and must not shape what is bought for it.`
        : `If everybody who could use ${name} asked once, that would be ${fig(reach)}${words}; how many will, and how often, is unknown, and a public trial of a few weeks answers it better than an estimate.`,
    },
  ];
}

function silentStatement(silent: readonly Workload[]) {
  if (silent.length === 0) return [];
  const names: Prose = new Intl.ListFormat('en').format(silent.map(({ name }) => nameIn(name, 'a workload')));
  return [
    {
      topic: 'unknown load',
      weight: 3,
      text: `How much ${names} would have to do was not said, and without that every size would be invented.`,
    },
  ];
}

/** The answer without which a kind of workload has no load to size for. */
const decisive = {
  'llm-serving': 'requestsPerDay',
  retrieval: 'queriesPerDay',
  'classical-inference': 'peakRequestsPerSecond',
  batch: 'items',
  'edge-inference': 'devices',
  training: 'trainingTokens',
  'fine-tuning': 'tokensPerRun',
  general: 'vcpus',
} as const;

const decisiveWords: Readonly<Record<keyof typeof decisive, string>> = {
  'llm-serving': 'How many requests a day',
  retrieval: 'How many queries a day',
  'classical-inference': 'How many requests per second at the peak',
  batch: 'How many items',
  'edge-inference': 'How many devices',
  training: 'How many tokens of training',
  'fine-tuning': 'How many tokens in each run',
  general: 'How much computing',
};

function pathOf({ id, kind }: Workload): string {
  return `workloads.${id}.${decisive[kind]}`;
}

function isKnown({ ledger }: Investigation, workload: Workload): boolean {
  return (
    ledger.get(`answer.${pathOf(workload)}`) !== undefined ||
    ledger.get(`load.${workload.id}.requests-per-month`) !== undefined ||
    ledger.get(`answer.workloads.${workload.id}.itemsPerMonth`) !== undefined
  );
}

function questionOf(workload: Workload) {
  return {
    answer: pathOf(workload),
    question: `${decisiveWords[workload.kind]} must ${workload.name} be made for?`,
    because: `Nothing about ${nameIn(workload.name, 'this workload')} can be sized or priced in earnest without it.`,
  };
}
