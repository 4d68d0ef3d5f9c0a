import type { AnswerPath, Assessment } from './assessment.ts';
import { contradictionRules } from './contradiction-rules.ts';
import type { ContradictionRule } from './contradiction-rules.ts';
import type { Questionnaire } from './questions.ts';
import { aboutClient, questionnairesOf, questionsIn } from './questions.ts';
import { saidTo } from './said.ts';

/** Two answers that cannot both hold. The paths are equal when one answer contradicts itself. */
export type Contradiction = { paths: readonly [AnswerPath, AnswerPath]; reason: string };

/**
 * The contradictions among the answers, for the consultant to ask about; they never stop a run. Only what certainly
 * contradicts is named: ranges that can be read so that both answers hold are left alone, and so is everything unknown.
 */
export function contradictions(assessment: Assessment): Contradiction[] {
  const client = aboutClient(assessment);
  return questionnairesOf(assessment).flatMap((questionnaire) => [
    ...noneAmongOthers(questionnaire),
    ...contradictionRules.flatMap((rule) => broken(rule, questionnaire, client)),
  ]);
}

function broken(rule: ContradictionRule, here: Questionnaire, client: Questionnaire): Contradiction[] {
  const there = rule.secondIs === 'about-client' ? client : here;
  const first = saidTo(here, rule.first);
  const second = saidTo(there, rule.second);
  if (first === undefined || second === undefined) return [];
  if (!rule.contradicts(first, second, (fieldId) => saidTo(here, fieldId))) return [];
  return [{ paths: [`${here.path}.${rule.first}`, `${there.path}.${rule.second}`], reason: rule.reason }];
}

function noneAmongOthers(questionnaire: Questionnaire): Contradiction[] {
  return questionsIn(questionnaire).flatMap(({ path, field, fieldId }) => {
    const options = field.kind === 'choices' ? (saidTo(questionnaire, fieldId)?.options ?? []) : [];
    return options.length > 1 && options.includes('none')
      ? [{ paths: [path, path], reason: 'It says none, and names some.' }]
      : [];
  });
}
