import type { AnswerPath, Assessment, Workload } from '#lib/domain/assessment/assessment.ts';
import { readValue } from '#lib/domain/assessment/read-answer.ts';
import type { Evidence } from '#lib/domain/claims/claim.ts';
import { answerEvidence } from '#lib/domain/claims/evidence.ts';
import type { Prose } from '#lib/domain/gate/prose.ts';
import { inTheirWords, nameIn } from '../investigation.ts';
import type { RuleId } from './rule-names.ts';

/** An answer that brings a set of rules into scope, whoever named it. */
export type Trigger = { rule: RuleId; because: Prose; evidence: Evidence[] };

/**
 * The rules that follow from where people are, whose data it is and what the client does. Only what the answers say
 * counts; thresholds that nobody asked about (as in the Californian law) trigger nothing.
 */
export function findTriggers(assessment: Assessment): Trigger[] {
  return [
    ...gdpr(assessment),
    ...hipaa(assessment),
    ...cardData(assessment),
    ...dora(assessment),
    ...aiAct(assessment),
  ];
}

export const euPlaces: readonly string[] = ['eu', 'de', 'es', 'fr', 'ie', 'it', 'nl'];

/** Whether any of the places is in the EU. */
export function inEu(places: readonly string[] | undefined): boolean {
  return places?.some((place) => euPlaces.includes(place)) ?? false;
}

/** GDPR Art. 3: an establishment in the Union, or people in the Union whose data is used. The UK kept the same text as its own law. */
function gdpr(assessment: Assessment): Trigger[] {
  const { answers } = assessment;
  const subjects = readValue(answers.dataSubjectsIn);
  const isHere = inEu(readValue(answers.countries));
  if (inEu(subjects) && !isHere)
    return [
      {
        rule: 'gdpr',
        because: `people in the EU are among those whose data is used${inTheirWords(assessment, 'answers.dataSubjectsIn')}, and their data falls under it wherever the machines stand and however few they are.`,
        evidence: [answerEvidence(assessment, 'answers.dataSubjectsIn')],
      },
    ];
  const about = personalWorkload(assessment);
  if (about === undefined) return [];
  const countries: Evidence = answerEvidence(assessment, 'answers.countries');
  if (isHere)
    return [
      {
        rule: 'gdpr',
        because: `the client is established in the EU and ${about.name} would work with data of people, so a record of processing and an impact assessment come before anything goes live.`,
        evidence: [countries, about.evidence],
      },
    ];
  if (readValue(answers.countries)?.includes('uk') === true || subjects?.includes('uk') === true)
    return [
      {
        rule: 'gdpr',
        because: `in the United Kingdom it holds as national law, and what users type into ${about.name} is personal data.`,
        evidence: [countries, about.evidence],
      },
    ];
  return [];
}

/** HIPAA: a provider of care in the United States, or its health records with somebody who works for it. */
function hipaa(assessment: Assessment): Trigger[] {
  const { answers } = assessment;
  const inUs = [...(readValue(answers.countries) ?? []), ...(readValue(answers.dataSubjectsIn) ?? [])];
  const records = workloadWith(assessment, 'dataClasses', ['health']);
  if (!inUs.includes('us') || records === undefined) return [];
  return [
    {
      rule: 'hipaa',
      because: 'health records of patients in the United States are read.',
      evidence: [records.evidence, answerEvidence(assessment, 'answers.countries')],
    },
  ];
}

function cardData(assessment: Assessment): Trigger[] {
  const cards = workloadWith(assessment, 'dataClasses', ['payment']);
  if (cards === undefined) return [];
  return [
    {
      rule: 'pci-dss',
      because:
        'payment card data is read, so every system that reads it belongs to the assessed environment.',
      evidence: [cards.evidence],
    },
  ];
}

/** DORA (Regulation 2022/2554): financial entities in the Union. */
function dora(assessment: Assessment): Trigger[] {
  const { answers } = assessment;
  if (readValue(answers.industry) !== 'finance' || !inEu(readValue(answers.countries))) return [];
  return [
    {
      rule: 'dora',
      because:
        'the client is a financial entity in the EU, so providers of critical services need contracts and exit plans that it prescribes.',
      evidence: [
        answerEvidence(assessment, 'answers.industry'),
        answerEvidence(assessment, 'answers.countries'),
      ],
    },
  ];
}

/** EU AI Act Art. 2: who provides or uses AI systems in the Union. General computing is none. */
function aiAct(assessment: Assessment): Trigger[] {
  const { answers, workloads } = assessment;
  const path: AnswerPath = inEu(readValue(answers.countries))
    ? 'answers.countries'
    : 'answers.dataSubjectsIn';
  const isUsedThere =
    inEu(readValue(answers.countries)) ||
    workloads.some((workload) => inEu(readValue(workload.answers.usersIn)));
  if (!isUsedThere || !workloads.some(({ kind }) => kind !== 'general')) return [];
  return [
    {
      rule: 'eu-ai-act',
      because: `${workloadNames(assessment)} would be used in the EU, and what it asks differs from use to use.`,
      evidence: [answerEvidence(assessment, path)],
    },
  ];
}

/** The answer that shows that data of people is worked with; undefined when none does. */
function personalWorkload(assessment: Assessment): Found | undefined {
  return (
    workloadWith(assessment, 'dataClasses', [
      'personal',
      'special-category',
      'health',
      'payment',
      'financial',
    ]) ??
    workloadWith(assessment, 'areasOfUse', [
      'talks-to-people',
      'public-services',
      'public-space-cameras',
      'credit-scoring',
      'employment',
      'education',
      'insurance',
      'biometrics',
      'medical-documentation',
      'medical-decisions',
      'law-enforcement',
    ])
  );
}

type Found = { name: Prose; evidence: Evidence };

/** The uses that are more than general computing, the first few by name. */
function workloadNames({ workloads }: Assessment): Prose {
  const names = workloads
    .filter(({ kind }) => kind !== 'general')
    .map(({ name }) => nameIn(name, 'a system'));
  return new Intl.ListFormat('en').format(names.length > 3 ? [...names.slice(0, 2), 'others'] : names);
}

function workloadWith(
  assessment: Assessment,
  field: 'dataClasses' | 'areasOfUse',
  wanted: readonly string[],
): Found | undefined {
  const found = assessment.workloads.find((workload) => has(workload, field, wanted));
  return (
    found && {
      name: nameIn(found.name, 'what is planned'),
      evidence: answerEvidence(assessment, `workloads.${found.id}.${field}`),
    }
  );
}

function has({ answers }: Workload, field: 'dataClasses' | 'areasOfUse', wanted: readonly string[]): boolean {
  const values: readonly string[] | undefined =
    field === 'dataClasses' ? readValue(answers.dataClasses) : readValue(answers.areasOfUse);
  return values?.some((value) => wanted.includes(value)) ?? false;
}
