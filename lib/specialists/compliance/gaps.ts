import { control } from '#lib/domain/catalogue/control-lookup.ts';
import type { Control } from '#lib/domain/catalogue/control.ts';
import type { ClaimDraft, Evidence } from '#lib/domain/claims/claim.ts';
import { answerEvidence } from '#lib/domain/claims/evidence.ts';
import { id, type Prose } from '#lib/domain/gate/prose.ts';
import type { RecommendationDraft } from '#lib/domain/recommendation/recommendation.ts';
import { type Facts, inTheirWords, type Investigation } from '../investigation.ts';
import { type Practice, type PracticeState, practices, stateOf } from './practices.ts';
import { listed, type Rule, rulesInScope } from './rules-in-scope.ts';

/** A practice with its state and the controls of the rules in scope that ask for it. */
export type Gap = { practice: Practice; state: PracticeState; controls: readonly Control[] };

/** Every practice that a rule in scope asks for and that the client has not answered with a plain yes. */
export function gapsOf({ assessment, catalogue }: Investigation): Gap[] {
  const rules = rulesInScope(assessment);
  return practices
    .map((practice) => ({
      practice,
      state: stateOf(assessment, practice.field),
      controls: rules.flatMap(({ framework }) =>
        framework === undefined
          ? []
          : (practice.controls[framework] ?? []).flatMap(
              (number) => control(catalogue, framework, number) ?? [],
            ),
      ),
    }))
    .filter(({ state, controls }) => state !== 'yes' && (controls.length > 0 || state === 'no'));
}

/** What is known to be lacking, and what nobody can vouch for. */
export function gapFacts(investigation: Investigation): Facts {
  const gaps = gapsOf(investigation);
  const known = gaps.filter(({ state }) => state === 'no' || state === 'planned' || state === 'partly');
  const open = gaps.filter(({ state }) => state === 'unasked' || state === 'unknown');
  return {
    statements: [
      ...known.map((gap) => ({
        topic: 'gaps',
        weight: gap.state === 'no' ? 8 : 5,
        text: gapSentence(investigation, gap),
      })),
      ...openStatement(open, rulesInScope(investigation.assessment)),
    ],
    claims: known.some(({ state }) => state === 'no') ? [securityFirst(investigation, known)] : [],
    recommendations: [
      ...known.map((gap) => closeGap(investigation, gap)),
      ...(open.length > 0 ? [collectEvidence(investigation, open)] : []),
    ],
    questions: open
      .toSorted((a, b) => b.controls.length - a.controls.length)
      .slice(0, 3)
      .map(({ practice }) => ({
        answer: `answers.${practice.field}`,
        question: `How far is ${practice.name} in place, and what shows it?`,
        because:
          'Controls of the rules in scope ask for it, and without an answer none of them counts as kept.',
      })),
  };
}

const stateWords: Readonly<Record<'no' | 'planned' | 'partly', Prose>> = {
  no: 'is lacking',
  planned: 'is planned and not in place',
  partly: 'is in place in part',
};

function wordsOf(state: PracticeState): Prose {
  return state === 'no' || state === 'planned' || state === 'partly' ? stateWords[state] : 'is unknown';
}

function gapSentence(investigation: Investigation, gap: Gap): Prose {
  const { practice, controls } = gap;
  const said = inTheirWords(investigation.assessment, `answers.${practice.field}`);
  const asked =
    controls.length === 0
      ? ''
      : `, and ${controlList(controls)} ${controls.length > 1 ? 'ask' : 'asks'} for it`;
  if (practice.field === 'penetrationTest' && gap.state === 'no')
    return `The last penetration test was not passed${said}${asked}: whatever is built on systems with known holes inherits them.`;
  if (practice.field === 'dataInventory')
    return `An inventory of personal data ${wordsOf(gap.state)}${said}${asked}; no use of the data can be judged lawful before somebody knows where it is.`;
  return `${capitalised(practice.name)} ${wordsOf(gap.state)}${said}${asked}.`;
}

function openStatement(open: readonly Gap[], rules: readonly Rule[]) {
  if (open.length === 0 || rules.length === 0) return [];
  const names = new Intl.ListFormat('en').format(
    open
      .toSorted((a, b) => b.controls.length - a.controls.length)
      .slice(0, 4)
      .map(({ practice }) => practice.name),
  );
  return [
    {
      topic: 'gaps',
      weight: 4,
      text: `Nobody has said how things stand with ${names}${open.length > 4 ? ' and others' : ''}, so no control of ${listed(rules)} that asks for them is counted as kept.`,
    },
  ];
}

function securityFirst(investigation: Investigation, known: readonly Gap[]): ClaimDraft {
  return {
    subject: 'first-step',
    position: 'security',
    need: 'whole',
    statement: 'Known security gaps are closed before anything new is connected.',
    evidence: evidenceOf(investigation, known),
  };
}

function evidenceOf({ assessment }: Investigation, gaps: readonly Gap[]): Evidence[] {
  return gaps.flatMap(({ practice, controls }) => [
    answerEvidence(assessment, `answers.${practice.field}`),
    ...controls.map(({ framework, control: number }) => ({
      kind: 'control' as const,
      framework,
      control: number,
    })),
  ]);
}

function closeGap(investigation: Investigation, gap: Gap): RecommendationDraft {
  const { practice, state, controls } = gap;
  const urgent = state === 'no';
  return {
    key: `whole/close-${practice.field.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`,
    need: 'whole',
    category: 'security',
    title:
      practice.field === 'penetrationTest'
        ? 'Close the findings of the penetration test and have it repeated'
        : `Put ${practice.name} in place`,
    summary: `It ${wordsOf(state)}${controls.length === 0 ? '' : `, and ${controlList(controls)} rest on it`}; new systems would widen the hole.`,
    benefit: {
      level: urgent ? 'high' : 'medium',
      because: urgent
        ? 'A known gap is open today, for every system and not only for the new ones.'
        : 'Part of it is done; the rest makes it count.',
    },
    effort: {
      level: practice.field === 'penetrationTest' || practice.field === 'dataInventory' ? 'medium' : 'low',
      because: 'It is work on what exists, without anything to buy first.',
    },
    risk: { level: 'low', because: 'It only removes exposure.' },
    horizon: urgent ? 'now' : 'next',
    steps: stepsOf(practice),
    prerequisites: ['A person who answers for it, with time set aside.'],
    risks: ['It is postponed again as soon as the visible project starts.'],
    evidence: evidenceOf(investigation, [gap]),
  };
}

function stepsOf({ field, name }: Practice): Prose[] {
  if (field === 'penetrationTest')
    return [
      'Sort the findings by what an attacker gains, and close the worst before any new system is connected.',
      'Fix the cause and not only the place: patching, accounts, separation of networks.',
      'Have the test repeated by the same testers.',
    ];
  if (field === 'dataInventory')
    return [
      'List every system that holds data of people: what, about whom, why, how long.',
      'Start with the systems that the new uses would read.',
      'Keep it as the record of processing and name who maintains it.',
    ];
  return [
    `Decide on the standard for ${name} and who answers for it.`,
    'Apply it to the systems in scope.',
    'Keep evidence that it works.',
  ];
}

function collectEvidence(investigation: Investigation, open: readonly Gap[]): RecommendationDraft {
  const rules = rulesInScope(investigation.assessment);
  return {
    key: 'whole/evidence-of-controls',
    need: 'whole',
    category: 'compliance',
    title: 'Collect evidence for the controls that nobody has vouched for',
    summary: `For ${rulesList(rules)} an auditor will ask for evidence, and for much of it there is no answer yet.`,
    benefit: { level: 'medium', because: 'It turns unknowns into either evidence or a list of work.' },
    effort: { level: 'medium', because: 'Answers sit with several people, and some will turn into work.' },
    risk: { level: 'low', because: 'Nothing running changes.' },
    horizon: 'next',
    steps: [
      'Go through the practices listed with the people who run them.',
      'Record for each what is in place, what shows it, and who answers for it.',
    ],
    prerequisites: [],
    risks: ['An answer without evidence is a belief.'],
    evidence: open.flatMap(({ practice, controls }) => [
      { kind: 'unanswered' as const, answer: `answers.${practice.field}` },
      ...controls
        .slice(0, 1)
        .map(({ framework, control: number }) => ({ kind: 'control' as const, framework, control: number })),
    ]),
  };
}

function rulesList(rules: readonly Rule[]): Prose {
  return new Intl.ListFormat('en').format(
    rules.filter(({ framework }) => framework !== undefined).map(({ name }) => name),
  );
}

/** The controls as people cite them, by the prefix of their framework. */
export function controlList(controls: readonly Control[]): Prose {
  return new Intl.ListFormat('en').format(
    controls.map(({ framework, control: number }) => id(`${prefixes[framework] ?? ''}${number}`)),
  );
}

const prefixes: Readonly<Partial<Record<Control['framework'], string>>> = {
  gdpr: 'GDPR Article ',
  'eu-ai-act': 'EU AI Act Article ',
  'hipaa-security-rule': '45 CFR ',
  'pci-dss-v4': 'PCI DSS ',
  ccpa: 'CCPA ',
  'iso-27001-2022': 'ISO 27001 ',
  'iso-42001': 'ISO 42001 ',
};

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
