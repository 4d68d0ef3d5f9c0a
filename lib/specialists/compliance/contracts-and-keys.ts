import { readValue } from '#lib/domain/assessment/read-answer.ts';
import { control } from '#lib/domain/catalogue/control-lookup.ts';
import type { FrameworkId } from '#lib/domain/catalogue/control.ts';
import type { Evidence } from '#lib/domain/claims/claim.ts';
import { answerEvidence, figureEvidence } from '#lib/domain/claims/evidence.ts';
import { fig, id, type Prose } from '#lib/domain/gate/prose.ts';
import { type Facts, inTheirWords, type Investigation, joinFacts, nameIn } from '../investigation.ts';
import { rulesInScope } from './rules-in-scope.ts';

/** What has to stand in contracts with providers, who holds keys, how to leave, and what an auditor will look at. */
export function contractFacts(investigation: Investigation): Facts {
  return joinFacts([
    businessAssociate(investigation),
    noTraining(investigation),
    exitPlan(investigation),
    ownKeys(investigation),
    auditScope(investigation),
    unknownPilot(investigation),
  ]);
}

function controlEvidence(
  { catalogue }: Investigation,
  framework: FrameworkId,
  ...numbers: readonly string[]
): Evidence[] {
  return numbers
    .filter((number) => control(catalogue, framework, number) !== undefined)
    .map((number) => ({ kind: 'control', framework, control: number }));
}

function applies({ assessment }: Investigation, rule: string): boolean {
  return rulesInScope(assessment).some(({ id: ruleId }) => ruleId === rule);
}

function businessAssociate(investigation: Investigation): Facts {
  if (!applies(investigation, 'hipaa')) return {};
  const { assessment } = investigation;
  const happened = readValue(assessment.answers.incidents) !== undefined;
  return {
    statements: [
      {
        topic: 'contracts',
        weight: 7,
        text: `Every provider that sees patient records needs a business associate agreement (${id('45 CFR 164.308(b)(3)')}), its own subcontractors included${happened ? `; what happened before${inTheirWords(assessment, 'answers.incidents')} is reason enough to follow the chain to its end` : ''}.`,
      },
    ],
    recommendations: [
      {
        key: 'whole/business-associate-agreement',
        need: 'whole',
        category: 'compliance',
        title: 'Sign a business associate agreement before the first record is sent',
        summary:
          'It has to cover the model service itself, its abuse monitoring and its logs, and the chain of subcontractors.',
        benefit: { level: 'high', because: 'Without it no patient record may reach the provider.' },
        effort: {
          level: 'low',
          because: 'Large providers offer it for named services; the work is to check which.',
        },
        risk: { level: 'low', because: 'It adds duties for the provider only.' },
        horizon: 'now',
        steps: [
          'List which services would see records, model and logs included.',
          'Check that each is covered by name, and that prompts are not kept.',
          `Pass the same duties on to subcontractors (${id('164.314(a)(2)(iii)')}).`,
        ],
        prerequisites: [],
        risks: ['A preview service is often not covered although the platform is.'],
        evidence: [
          answerEvidence(assessment, 'answers.frameworks'),
          ...controlEvidence(
            investigation,
            'hipaa-security-rule',
            '164.308(b)(3)',
            '164.314(a)(2)(i)',
            '164.314(a)(2)(iii)',
          ),
          ...(happened ? [answerEvidence(assessment, 'answers.incidents')] : []),
        ],
      },
    ],
  };
}

function noTraining(investigation: Investigation): Facts {
  const { assessment } = investigation;
  const refused = assessment.workloads.find(
    (workload) => workload.kind === 'llm-serving' && readValue(workload.answers.providerMayTrain) === false,
  );
  if (refused === undefined) return {};
  const path = `workloads.${refused.id}.providerMayTrain`;
  return {
    statements: [
      {
        topic: 'contracts',
        weight: 5,
        text: `Nothing that passes through ${nameIn(refused.name, 'the service')} may train a model${inTheirWords(assessment, path)}; that binds the provider of the model, its tools for quality and every log that a person later reuses.`,
      },
    ],
    recommendations: [
      {
        key: `${refused.id}/no-training-on-data`,
        need: refused.id,
        category: 'compliance',
        title: 'Exclude training on customer data by contract and by setting',
        summary:
          'The contract with the provider excludes it, the account enforces it, and customers can read so.',
        benefit: {
          level: 'medium',
          because: 'Customers ask for it, and it is a promise that is easy to break by a default.',
        },
        effort: { level: 'low', because: 'It is a clause, a setting and a sentence in the terms.' },
        risk: { level: 'low', because: 'The model itself does not depend on it.' },
        horizon: 'now',
        steps: [
          'Choose terms without training and with retention of prompts switched off.',
          'Say so in the own terms to customers.',
        ],
        prerequisites: [],
        risks: ['Free tiers and previews often have other terms.'],
        evidence: [answerEvidence(assessment, path)],
      },
    ],
  };
}

function exitPlan(investigation: Investigation): Facts {
  const { assessment } = investigation;
  const asked = readValue(assessment.answers.exitPlanRequired) === true;
  if (!asked && !applies(investigation, 'dora')) return {};
  const critical = assessment.workloads.filter(({ answers }) => readValue(answers.importance) === 'critical');
  const what = critical.map(({ name }) => nameIn(name, 'the critical service'));
  const about = what.length === 0 ? 'each critical service' : new Intl.ListFormat('en').format(what);
  return {
    statements: [
      {
        topic: 'exit',
        weight: 8,
        text: `DORA asks for a tested way out of every critical service${inTheirWords(assessment, 'answers.exitPlanRequired')}; for ${about} that favours plain machines and open formats over services that exist with a provider only, and it has a price that belongs into the comparison.`,
      },
    ],
    claims: assessment.commitments.map(({ id: commitment, name }) => ({
      subject: 'commitment' as const,
      position: 'none-yet' as const,
      need: 'whole',
      statement: `Nothing critical is added to ${nameIn(name, 'the commitment')} before the way out of it is written and rehearsed.`,
      evidence: [
        answerEvidence(assessment, 'answers.exitPlanRequired'),
        answerEvidence(assessment, `commitments.${commitment}.term`),
      ],
    })),
    recommendations: [
      {
        key: 'whole/exit-plan',
        need: 'whole',
        category: 'compliance',
        title: `Write and rehearse the exit plan for ${about}`,
        summary:
          'Where it would run instead, how long the move takes, what data and models go along, and what the contract grants meanwhile.',
        benefit: {
          level: 'high',
          because: 'It is required before a critical service may depend on a provider.',
        },
        effort: { level: 'medium', because: 'A plan is quick; the rehearsal that makes it credible is not.' },
        risk: { level: 'low', because: 'A rehearsal runs beside production.' },
        horizon: 'next',
        steps: [
          'Keep models, features and data in formats that another site can load.',
          'Agree on terms of transition and access for audits in the contract.',
          'Rehearse the move with a copy, and record how long it took.',
        ],
        prerequisites: ['The architecture is chosen, so that there is something to leave.'],
        risks: ['A managed platform that only this provider offers makes the plan a rewrite.'],
        evidence: [
          answerEvidence(assessment, 'answers.exitPlanRequired'),
          ...controlEvidence(investigation, 'iso-27001-2022', 'A.5.23'),
        ],
      },
    ],
  };
}

function ownKeys(investigation: Investigation): Facts {
  const { assessment } = investigation;
  if (readValue(assessment.answers.ownKeys) !== true) return {};
  const evidence = [
    answerEvidence(assessment, 'answers.ownKeys'),
    ...(applies(investigation, 'pci-dss') ? controlEvidence(investigation, 'pci-dss-v4', '3.6', '3.7') : []),
  ];
  return {
    statements: [
      {
        topic: 'keys',
        weight: 7,
        text: `Keys stay under the client's own control${inTheirWords(assessment, 'answers.ownKeys')}: keys that a provider stores and the client merely manages may not satisfy that, and keys held outside stand in the path of every start of a machine.`,
      },
    ],
    recommendations: [
      {
        key: 'whole/own-keys',
        need: 'whole',
        category: 'security',
        title: 'Decide where keys are held before data moves',
        summary:
          'Managed by the client inside the cloud, in its own module there, or held outside: each is a different promise and a different dependency.',
        benefit: {
          level: 'high',
          because: 'It is policy, and moving encrypted data to other keys later means writing it again.',
        },
        effort: { level: 'medium', because: 'Keys held outside need their own availability.' },
        risk: { level: 'medium', because: 'If the key service stops, so does everything that it protects.' },
        horizon: 'now',
        steps: [
          'Have the policy say which of the forms satisfies it.',
          'Give the key service at least the availability of what it protects.',
          'Test that withdrawing a key stops access.',
        ],
        prerequisites: [],
        risks: ['Latency and failure of an external key service reach the service that waits for it.'],
        evidence,
      },
    ],
  };
}

function auditScope(investigation: Investigation): Facts {
  const { assessment, ledger } = investigation;
  const when = ledger.get('answer.answers.nextAudit');
  if (when === undefined) return {};
  const rules = rulesInScope(assessment).filter(({ named }) => named);
  if (rules.length === 0) return {};
  const names: Prose = new Intl.ListFormat('en').format(rules.map(({ name }) => name));
  const launch = ledger.get('answer.answers.timeline');
  const launchesBefore = launch !== undefined && launch.value < when.value;
  return {
    statements: [
      {
        topic: 'audit',
        weight: 8,
        text: launchesBefore
          ? `The audit for ${names} is ${fig(when)} away and the launch only ${fig(launch)}: the new system will run inside the audited period and needs its controls from its first day, or an explicit place outside the scope.`
          : `The audit for ${names} is ${fig(when)} away; whether the new system is in its scope has to be said before it is built.`,
      },
    ],
    recommendations: [
      {
        key: 'whole/audit-scope',
        need: 'whole',
        category: 'compliance',
        title: `Agree with the auditor what of this falls into the scope of ${names}`,
        summary:
          'Model provider as a vendor, prompts and logs as customer data, changes of prompts and models as changes.',
        benefit: {
          level: launchesBefore ? 'high' : 'medium',
          because: 'A finding from an unscoped system would touch every customer.',
        },
        effort: { level: 'low', because: 'It is a conversation and a page of description.' },
        risk: { level: 'low', because: 'It only makes explicit what the audit would find.' },
        horizon: 'now',
        steps: [
          `Describe the new system and its vendors (${id('CC9.2')}).`,
          `Bring changes of prompts, models and index under change management (${id('CC8.1')}).`,
          'Collect evidence from the first day on.',
        ],
        prerequisites: [],
        risks: ['Evidence cannot be produced for a time that has passed.'],
        evidence: [
          answerEvidence(assessment, 'answers.nextAudit'),
          ...figureEvidence(when),
          ...controlEvidence(investigation, 'soc2-tsc', 'CC9.2', 'CC8.1'),
        ],
      },
    ],
  };
}

/** A pilot whose model nobody knows cannot vouch for anything, neither for quality nor for what was agreed. */
function unknownPilot({ assessment }: Investigation): Facts {
  const pilot = assessment.workloads.find(({ answers }) => answers.pilotModel?.state === 'unknown');
  if (pilot === undefined) return {};
  const path = `workloads.${pilot.id}.pilotModel`;
  return {
    statements: [
      {
        topic: 'contracts',
        weight: 5,
        text: `Which model the pilot used is not known${inTheirWords(assessment, path)}, so neither its quality nor what its contract covered can be carried over.`,
      },
    ],
    questions: [
      {
        answer: path,
        question: 'Which model did the pilot use, and under which contract?',
        because: 'The only experience that exists is tied to it.',
      },
    ],
  };
}
