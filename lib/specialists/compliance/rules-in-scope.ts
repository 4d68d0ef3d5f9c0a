import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import { readValue } from '#lib/domain/assessment/read-answer.ts';
import type { FrameworkId } from '#lib/domain/catalogue/control.ts';
import type { ClaimDraft, Evidence } from '#lib/domain/claims/claim.ts';
import { answerEvidence } from '#lib/domain/claims/evidence.ts';
import type { Prose } from '#lib/domain/gate/prose.ts';
import { type Facts, type Investigation, inTheirWords } from '../investigation.ts';
import { type RuleId, ruleIds, ruleNames } from './rule-names.ts';
import { findTriggers } from './rule-triggers.ts';

/** A set of rules that applies, whether the client named it, and why it applies when the client did not. */
export type Rule = {
  id: RuleId;
  name: Prose;
  /** Where the catalogue holds its controls. */
  framework?: FrameworkId | undefined;
  named: boolean;
  because?: Prose | undefined;
  evidence: Evidence[];
};

/** The rules that the client named, and those that its own answers bring into scope all the same. */
export function rulesInScope(assessment: Assessment): Rule[] {
  const triggers = new Map(findTriggers(assessment).map((trigger) => [trigger.rule, trigger]));
  const named = readValue(assessment.answers.frameworks) ?? [];
  return ruleIds.flatMap((ruleId): Rule[] => {
    const trigger = triggers.get(ruleId);
    const isNamed = named.some((framework) => framework === ruleId);
    if (!isNamed && trigger === undefined) return [];
    const said = isNamed ? [answerEvidence(assessment, 'answers.frameworks')] : [];
    return [
      {
        id: ruleId,
        ...ruleNames[ruleId],
        named: isNamed,
        because: trigger?.because,
        evidence: [...said, ...(trigger?.evidence ?? [])],
      },
    ];
  });
}

/** Which rules apply, and which of them the client has not named. */
export function scopeFacts({ assessment }: Investigation): Facts {
  const rules = rulesInScope(assessment);
  if (rules.length === 0)
    return {
      questions: [
        {
          answer: 'answers.frameworks',
          question: 'Which rules and standards must be kept, by law, by contract and by own choice?',
          because: 'Nothing that was said brings any rule into scope, which is rarely the whole truth.',
        },
      ],
    };
  const overlooked = rules.filter(({ named }) => !named);
  return {
    statements: [
      ...overlooked.map((rule) => ({
        topic: 'rules',
        weight: 9,
        text: `${capitalised(rule.name)} applies and was not named: ${rule.because}`,
      })),
      ...namedStatement(assessment, rules),
    ],
    claims: [scopeClaim(rules, overlooked)],
  };
}

function scopeClaim(rules: readonly Rule[], overlooked: readonly Rule[]): ClaimDraft {
  const wider = overlooked.length > 0;
  return {
    subject: 'rules-in-scope',
    position: wider ? 'wider' : 'as-stated',
    need: 'whole',
    statement: wider
      ? `More rules apply than were named: ${listed(overlooked)}.`
      : `The rules that were named are those that apply: ${listed(rules)}.`,
    evidence: (wider ? overlooked : rules).flatMap(({ evidence }) => evidence),
  };
}

function namedStatement(assessment: Assessment, rules: readonly Rule[]) {
  const named = rules.filter((rule) => rule.named);
  if (named.length === 0) return [];
  const held = readValue(assessment.answers.certifications) ?? [];
  const certified = named.some((rule) => held.some((certificate) => certificate === rule.id));
  const words = inTheirWords(assessment, 'answers.frameworks');
  return [
    {
      topic: 'rules',
      weight: 6,
      text: certified
        ? `The client named ${listed(named)}${words}; a certificate held today covers the systems of today, and each new system has to be brought into its scope.`
        : `The client named ${listed(named)}${words}; no certificate that was mentioned shows how far that is kept.`,
    },
  ];
}

/** Names in a row, as prose has them. */
export function listed(rules: readonly { name: Prose }[]): Prose {
  return new Intl.ListFormat('en').format(rules.map(({ name }) => name));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
