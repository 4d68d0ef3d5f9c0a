import type { Evidence, PositionOn } from '#lib/domain/claims/claim.ts';
import { answerEvidence, figureEvidence } from '#lib/domain/claims/evidence.ts';
import { fig, type Prose } from '#lib/domain/gate/prose.ts';
import type { Option, ServiceKind } from '#lib/domain/options/option.ts';
import type { Horizon, Level, RecommendationDraft } from '#lib/domain/recommendation/recommendation.ts';
import { type Facts, type Investigation, joinFacts, nameIn } from '../investigation.ts';
import { choicesOf, type ChosenNeed, loadIsUnknown, monthlyOf, onceOf } from './choices.ts';
import { adoptionTitle, designInWords } from './design-in-words.ts';
import { adoptionSteps } from './migration.ts';

/** The design to take for each need, what it costs as far as rows carry, and the positions that follow from it. */
export function adoptionFacts(investigation: Investigation): Facts {
  return joinFacts(choicesOf(investigation).map((chosen) => adoptionOf(investigation, chosen)));
}

function adoptionOf(investigation: Investigation, chosen: ChosenNeed): Facts {
  const { workload, choice, need } = chosen;
  const { option } = choice;
  const name = nameIn(workload.name, 'this workload');
  const evidence = evidenceOf(investigation, chosen);
  const position = locations[option.service];
  return {
    statements: [
      {
        topic: `design of ${need.id}`,
        weight: loadIsUnknown(choice) ? 4 : 8,
        text: `${loadIsUnknown(choice) ? `Until its load is known, ${name} begins with` : `For ${name} take`} ${designInWords(option)}${priceInWords(investigation, option)}: ${decapitalised(choice.because)}`,
      },
    ],
    claims: [
      ...(position === undefined
        ? []
        : [
            {
              subject: 'serving-location' as const,
              position,
              need: need.id,
              statement: `${name} is served by ${designInWords(option)}.`,
              evidence,
            },
          ]),
      {
        subject: 'build-or-buy' as const,
        position: option.service === 'token-api' ? ('buy' as const) : ('build' as const),
        need: need.id,
        statement: `${name} is ${option.service === 'token-api' ? 'bought as a service' : 'run by the client on machines'}.`,
        evidence,
      },
    ],
    recommendations: [draftOf(investigation, chosen, name, evidence)],
  };
}

const locations: Readonly<Partial<Record<ServiceKind, PositionOn<'serving-location'>>>> = {
  'token-api': 'token-api',
  'gpu-cloud': 'gpu-cloud',
  'training-cloud': 'gpu-cloud',
  'own-hardware': 'own-hardware',
  'cpu-cloud': 'cpu-cloud',
  'vector-search': 'cpu-cloud',
  'general-cloud': 'cpu-cloud',
  'edge-devices': 'edge',
};

function evidenceOf(investigation: Investigation, { workload, choice }: ChosenNeed): Evidence[] {
  const { assessment } = investigation;
  const open = choice.option.missing.flatMap(({ settledBy }) => (settledBy === undefined ? [] : [settledBy]));
  const load = [
    'requestsPerDay',
    'activeUsers',
    'peakRequestsPerSecond',
    'trainingTokens',
    'items',
    'chunks',
    'vcpus',
    'devices',
  ]
    .map((field) => answerEvidence(assessment, `workloads.${workload.id}.${field}`))
    .filter(({ kind }) => kind === 'answer');
  return [
    ...figureEvidence(monthlyOf(investigation, choice.option), onceOf(investigation, choice.option)),
    ...load,
    ...[...new Set(open)].map((path) => answerEvidence(assessment, path)),
  ];
}

function priceInWords(investigation: Investigation, option: Option): Prose {
  const monthly = monthlyOf(investigation, option);
  const once = onceOf(investigation, option);
  const amounts = [
    ...(monthly === undefined ? [] : [fig(monthly)]),
    ...(once === undefined ? [] : [`${fig(once)} once`]),
  ].join(' and ');
  if (amounts === '') return ', whose price could not be told';
  return option.missing.length === 0 ? `, at ${amounts}` : `, at no less than ${amounts}`;
}

function draftOf(
  investigation: Investigation,
  { workload, choice, need }: ChosenNeed,
  name: Prose,
  evidence: Evidence[],
): RecommendationDraft {
  const { option } = choice;
  const broken = option.checks.filter(({ verdict }) => verdict === 'not-met').length;
  const open = option.checks.filter(({ verdict }) => verdict === 'cannot-tell').length;
  const unknown = loadIsUnknown(choice);
  return {
    key: `${need.id}/${option.service}/${option.id}`,
    need: need.id,
    option: option.id,
    category: option.service === 'training-cloud' || workload.kind === 'fine-tuning' ? 'training' : 'serving',
    title: adoptionTitle(option, name),
    summary: `${choice.because} It comes to ${amountOrUnknown(investigation, option)}.`,
    benefit: benefitOf(broken, open, unknown),
    effort: effortOf[option.service],
    risk: riskOf(broken, open),
    horizon: horizonOf(investigation, workload.id, unknown),
    steps: adoptionSteps(option),
    prerequisites: option.checks
      .filter(({ verdict }) => verdict === 'cannot-tell')
      .slice(0, 3)
      .map(({ because }) => because),
    risks: option.checks.filter(({ verdict }) => verdict === 'not-met').map(({ because }) => because),
    evidence,
  };
}

function amountOrUnknown(investigation: Investigation, option: Option): Prose {
  const words = priceInWords(investigation, option).replace(/^, at /u, '');
  return option.monthly === undefined && option.once === undefined ? 'a price that is not known' : words;
}

function benefitOf(broken: number, open: number, unknown: boolean): { level: Level; because: Prose } {
  if (unknown) return { level: 'low', because: 'Without a known load nobody can say what it is worth.' };
  if (broken > 0) return { level: 'medium', because: 'It serves the need and breaks a stated constraint.' };
  return open > 0
    ? {
        level: 'medium',
        because: 'It serves the need and breaks nothing that could be judged; some of it is open.',
      }
    : { level: 'high', because: 'It serves the need and meets every constraint that was stated.' };
}

const effortOf: Readonly<Record<ServiceKind, { level: Level; because: Prose }>> = {
  'token-api': { level: 'low', because: 'It is an integration; no machine is run.' },
  'cpu-cloud': { level: 'medium', because: 'Plain machines, run like the rest.' },
  'vector-search': { level: 'medium', because: 'An index is filled, kept fresh and backed up.' },
  'general-cloud': { level: 'medium', because: 'Plain machines, run like the rest.' },
  'gpu-cloud': { level: 'high', because: 'Drivers, model servers, scaling and people on call come with it.' },
  'training-cloud': { level: 'high', because: 'Data has to be moved, capacity reserved, and runs watched.' },
  'own-hardware': { level: 'high', because: 'Room, delivery, network and repair are the own affair.' },
  'edge-devices': {
    level: 'high',
    because: 'Devices have to be mounted, updated and replaced in the field.',
  },
};

function riskOf(broken: number, open: number): { level: Level; because: Prose } {
  if (broken > 0) return { level: 'high', because: 'A stated constraint is not met.' };
  return open > 1
    ? { level: 'medium', because: 'Several constraints cannot be judged yet.' }
    : { level: 'low', because: 'What could be judged is met.' };
}

/** Seconds: what must be live within this time begins now. */
const soon = 120 * 86_400;

function horizonOf({ ledger }: Investigation, workload: string, unknown: boolean): Horizon {
  if (unknown) return 'later';
  const live = ledger.get(`answer.workloads.${workload}.goLive`) ?? ledger.get('answer.answers.timeline');
  return live !== undefined && live.value <= soon ? 'now' : 'next';
}

function decapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
