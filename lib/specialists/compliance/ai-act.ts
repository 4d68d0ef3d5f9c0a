import type { Workload } from '#lib/domain/assessment/assessment.ts';
import { readValue } from '#lib/domain/assessment/read-answer.ts';
import { control } from '#lib/domain/catalogue/control-lookup.ts';
import type { Evidence } from '#lib/domain/claims/claim.ts';
import { answerEvidence } from '#lib/domain/claims/evidence.ts';
import { id, type Prose } from '#lib/domain/gate/prose.ts';
import type { RecommendationDraft } from '#lib/domain/recommendation/recommendation.ts';
import { type Facts, inTheirWords, type Investigation, joinFacts, nameIn } from '../investigation.ts';
import { rulesInScope } from './rules-in-scope.ts';

/** What the EU AI Act makes of a use. `to-be-settled` depends on facts that the area of use alone does not tell. */
export type AiActClass = 'high-risk' | 'to-be-settled' | 'disclosure' | 'free';

type Reading = { class: AiActClass; because: Prose };

/** How the act, as adopted (Regulation 2024/1689), reads each area of use; areas that it leaves free are absent. */
const readings: Readonly<Record<string, Reading>> = {
  'credit-scoring': {
    class: 'high-risk',
    because:
      'the creditworthiness of people is on the list of high-risk uses, and only the detection of fraud is taken out of it',
  },
  insurance: {
    class: 'high-risk',
    because: 'pricing life and health insurance is on the list of high-risk uses',
  },
  employment: { class: 'high-risk', because: 'hiring and managing staff is on the list of high-risk uses' },
  education: { class: 'high-risk', because: 'admission and grading are on the list of high-risk uses' },
  biometrics: {
    class: 'high-risk',
    because: 'recognising people is on the list of high-risk uses, and part of it is forbidden',
  },
  'critical-infrastructure': {
    class: 'high-risk',
    because: 'safety parts of critical infrastructure are on the list of high-risk uses',
  },
  'law-enforcement': {
    class: 'high-risk',
    because: 'police, border and court uses are on the list of high-risk uses, and part of them is forbidden',
  },
  'public-services': {
    class: 'to-be-settled',
    because:
      'it is high-risk as soon as it weighs who gets an essential public service or benefit, and free while it only checks whether papers are complete',
  },
  'medical-decisions': {
    class: 'to-be-settled',
    because: 'it is high-risk where it is a medical device that a notified body must assess',
  },
  'public-space-cameras': {
    class: 'to-be-settled',
    because:
      'seeing things is free and recognising people is not, so faces and number plates must be gone before a picture is kept',
  },
  'talks-to-people': {
    class: 'disclosure',
    because: 'people must be told that they talk to a machine',
  },
  'generates-content': {
    class: 'disclosure',
    because: 'what is made for publication must be marked as made by a machine',
  },
  'fraud-detection': {
    class: 'free',
    because:
      'the detection of fraud is expressly taken out of the high-risk uses, and general data protection law remains',
  },
  'internal-work': { class: 'free', because: 'help for own staff carries no duty beyond knowing the tool' },
  research: { class: 'free', because: 'research before anything is put into use is outside the act' },
  'medical-documentation': {
    class: 'free',
    because:
      'writing notes for a clinician to check decides nothing about a patient, as long as a clinician does check',
  },
};

const severity: Readonly<Record<AiActClass, number>> = {
  'high-risk': 3,
  'to-be-settled': 2,
  disclosure: 1,
  free: 0,
};

/** The strictest reading of what a workload is for; undefined when its area of use is not said or not in the act. */
export function aiActReading(workload: Workload): Reading | undefined {
  return (readValue(workload.answers.areasOfUse) ?? [])
    .flatMap((area) => readings[area] ?? [])
    .toSorted((a, b) => severity[b.class] - severity[a.class])[0];
}

/** The class of every workload under the EU AI Act, where the act applies, with what follows from it. */
export function aiActFacts(investigation: Investigation): Facts {
  if (!rulesInScope(investigation.assessment).some((rule) => rule.id === 'eu-ai-act')) return {};
  return joinFacts(
    investigation.assessment.workloads.map((workload) => {
      const reading = aiActReading(workload);
      return reading === undefined ? unread(workload) : factsOf(investigation, workload, reading);
    }),
  );
}

function unread(workload: Workload): Facts {
  if (workload.kind === 'general' || readValue(workload.answers.areasOfUse) !== undefined) return {};
  return {
    questions: [
      {
        answer: `workloads.${workload.id}.areasOfUse`,
        question: `What is ${workload.name} used for, and about whom?`,
        because: 'What the EU AI Act asks depends on the use, not on the technology.',
      },
    ],
  };
}

function factsOf(investigation: Investigation, workload: Workload, reading: Reading): Facts {
  const { assessment } = investigation;
  const name = nameIn(workload.name, 'A workload');
  const evidence = [
    answerEvidence(assessment, `workloads.${workload.id}.areasOfUse`),
    ...articles(investigation, ['6']),
  ];
  const believed = readValue(workload.answers.assumptionsMade) !== undefined;
  const wrong = believed && reading.class === 'high-risk';
  const doubt = wrong
    ? ` What the client takes for granted here${inTheirWords(assessment, `workloads.${workload.id}.assumptionsMade`)} does not hold.`
    : '';
  return {
    statements: [
      {
        topic: 'uses under the EU AI Act',
        weight: 4 + severity[reading.class] + (wrong ? 2 : 0),
        text: `${name} is ${classWords[reading.class]}: ${reading.because}.${doubt}`,
      },
    ],
    claims: [
      {
        subject: 'rules-in-scope',
        position: reading.class === 'high-risk' ? 'wider' : 'as-stated',
        need: workload.id,
        statement: `${name} is ${classWords[reading.class]}.`,
        evidence,
      },
    ],
    recommendations: duties(investigation, workload, reading.class, evidence),
  };
}

const classWords: Readonly<Record<AiActClass, Prose>> = {
  'high-risk': 'a high-risk use',
  'to-be-settled': 'a use whose class has still to be settled',
  disclosure: 'a use with a duty to disclose',
  free: 'a use that the act leaves free',
};

function articles({ catalogue }: Investigation, numbers: readonly string[]): Evidence[] {
  return numbers.flatMap((number) =>
    control(catalogue, 'eu-ai-act', number) === undefined
      ? []
      : [{ kind: 'control' as const, framework: 'eu-ai-act', control: number }],
  );
}

function article(number: string): Prose {
  return id(`EU AI Act Article ${number}`);
}

function duties(
  investigation: Investigation,
  workload: Workload,
  aiClass: AiActClass,
  evidence: readonly Evidence[],
): RecommendationDraft[] {
  const name = nameIn(workload.name, 'this use');
  if (aiClass === 'high-risk')
    return [
      {
        key: `${workload.id}/high-risk-duties`,
        need: workload.id,
        category: 'compliance',
        title: `Plan ${name} as a high-risk system from the first day`,
        summary: `Risk management, data governance, records and human oversight are part of the design of ${name}; added afterwards they mean building it again.`,
        benefit: {
          level: 'high',
          because: 'Without these duties fulfilled the system may not be put into use in the EU.',
        },
        effort: {
          level: 'high',
          because: 'The duties reach from training data to the people who oversee decisions.',
        },
        risk: {
          level: 'medium',
          because: 'Deadlines of the act have moved before; the duties themselves are stable.',
        },
        horizon: 'next',
        steps: [
          `Set up risk management for the whole life of the system (${article('9')}).`,
          `Show that training data is relevant, examined for bias and lawful to use, alternative data first of all (${article('10')}).`,
          `Keep technical documentation and logs (${article('11')}, ${article('12')}).`,
          `Give a person the means and the authority to overrule it (${article('14')}).`,
          `Assess the effect on fundamental rights and register the system before use (${article('27')}, ${article('49')}).`,
        ],
        prerequisites: ['A person in the business who answers for the system.'],
        risks: ['Sharing a platform with a use that is free must not carry its lighter controls over.'],
        evidence: [...evidence, ...articles(investigation, ['9', '10', '14', '27'])],
      },
    ];
  if (aiClass === 'to-be-settled')
    return [
      {
        key: `${workload.id}/settle-ai-act-class`,
        need: workload.id,
        category: 'compliance',
        title: `Settle the class of ${name} before anything is bought for it`,
        summary: `The purpose of ${name} has to be written down narrowly enough that its class under the act follows from it.`,
        benefit: {
          level: 'medium',
          because: 'The class decides whether heavy duties apply, and with them what it costs.',
        },
        effort: { level: 'low', because: 'It takes a description of the purpose and a legal reading of it.' },
        risk: { level: 'low', because: 'Nothing running changes.' },
        horizon: 'next',
        steps: [
          'Write down what the system decides, about whom, and what it must never do.',
          `Have the class confirmed in writing (${article('6')}).`,
        ],
        prerequisites: [],
        risks: ['A purpose that grows later changes the class without anybody noticing.'],
        evidence: [...evidence],
      },
    ];
  if (aiClass === 'disclosure')
    return [
      {
        key: `${workload.id}/disclose-machine`,
        need: workload.id,
        category: 'compliance',
        title: `Tell users of ${name} that a machine answers`,
        summary: `A plain notice at the start of ${name} and a way to a person fulfil the duty; both are cheaper before launch than after.`,
        benefit: { level: 'low', because: 'It fulfils a duty and sets expectations.' },
        effort: { level: 'low', because: 'It is a sentence on the screen and a link to a person.' },
        risk: { level: 'low', because: 'It changes nothing else.' },
        horizon: 'next',
        steps: [
          `Show the notice before the first answer (${article('50')}).`,
          'Offer a person instead at any time.',
        ],
        prerequisites: [],
        risks: [],
        evidence: [...evidence, ...articles(investigation, ['50'])],
      },
    ];
  return [];
}
