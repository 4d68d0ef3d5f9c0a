import { readValue } from '#lib/domain/assessment/read-answer.ts';
import { answerEvidence, figureEvidence } from '#lib/domain/claims/evidence.ts';
import { id } from '#lib/domain/gate/prose.ts';
import { cloudOf } from '#lib/domain/options/choose-option.ts';
import { type Facts, inTheirWords, type Investigation, joinFacts, nameIn } from '../investigation.ts';
import { choicesOf, type ChosenNeed, monthlyOf } from './choices.ts';

/** Data that must stay in the client's own accounts does not rule a bought model out: it can be deployed there. */
export function ownAccountFacts(investigation: Investigation): Facts {
  if (readValue(investigation.assessment.answers.ownAccountsRequired) !== true) return {};
  return joinFacts(choicesOf(investigation).map((chosen) => inOwnAccount(investigation, chosen)));
}

function inOwnAccount(investigation: Investigation, { need, workload, choice }: ChosenNeed): Facts {
  const { assessment } = investigation;
  const { option } = choice;
  if (option.service !== 'token-api' || cloudOf(option) === undefined) return {};
  const name = nameIn(workload.name, 'the service');
  const path = 'answers.ownAccountsRequired';
  return {
    statements: [
      {
        topic: `design of ${need.id}`,
        weight: 7,
        text: `That data stays in the own accounts${inTheirWords(assessment, path)} does not force anybody to host the model of ${name}: a model of ${id(option.design.provider)} can be deployed inside an account of the client, and once private access and the end of kept prompts are confirmed in writing it has to be held against hosting on its merits.`,
      },
    ],
    recommendations: [
      {
        key: `${need.id}/model-in-own-account`,
        need: need.id,
        category: 'security',
        title: `Deploy the bought model for ${name} inside the own account`,
        summary:
          'Private network, own keys, no retention of prompts and no human review by the provider, each asked for and verified.',
        benefit: { level: 'high', because: 'It meets the legal condition without running machines.' },
        effort: { level: 'low', because: 'Account, identities and network exist.' },
        risk: { level: 'low', because: 'The same model can be left for another deployment.' },
        horizon: 'now',
        steps: [
          'Apply for the exemption from abuse monitoring by people, since that keeps prompts.',
          'Reach the model through a private endpoint with identities of the own directory.',
          'Have the legal department confirm in writing that this satisfies its condition.',
        ],
        prerequisites: [],
        risks: ['Terms differ between a model and the next of the same provider.'],
        evidence: [answerEvidence(assessment, path), ...figureEvidence(monthlyOf(investigation, option))],
      },
    ],
  };
}
