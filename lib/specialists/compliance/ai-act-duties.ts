import type { Workload } from '#lib/domain/assessment/assessment.ts';
import { control } from '#lib/domain/catalogue/control-lookup.ts';
import type { Evidence } from '#lib/domain/claims/claim.ts';
import { id, type Prose } from '#lib/domain/gate/prose.ts';
import type { RecommendationDraft } from '#lib/domain/recommendation/recommendation.ts';
import { type Investigation, nameIn } from '../investigation.ts';
import type { AiActClass } from './ai-act-classes.ts';

/** The articles that the catalogue has, as evidence. */
export function articles({ catalogue }: Investigation, numbers: readonly string[]): Evidence[] {
  return numbers.flatMap((number) =>
    control(catalogue, 'eu-ai-act', number) === undefined
      ? []
      : [{ kind: 'control' as const, framework: 'eu-ai-act', control: number }],
  );
}

function article(number: string): Prose {
  return id(`EU AI Act Article ${number}`);
}

/** What a use of a class has to do, as a recommendation; none where the act leaves it free. */
export function duties(
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
          `Explain decisions to those concerned and let them contest them (${id('GDPR Article 22')}).`,
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
