import { readValue } from '#lib/domain/assessment/read-answer.ts';
import { answerEvidence } from '#lib/domain/claims/evidence.ts';
import type { Prose } from '#lib/domain/gate/prose.ts';
import type { Option, ServiceKind } from '#lib/domain/options/option.ts';
import { type Facts, inTheirWords, type Investigation, joinFacts, nameIn } from '../investigation.ts';
import { choicesOf } from './choices.ts';

/** How each need gets from what does the work today to the chosen design. */
export function migrationFacts(investigation: Investigation): Facts {
  const { assessment } = investigation;
  return joinFacts(
    choicesOf(investigation).map(({ workload, need }): Facts => {
      const path = `workloads.${workload.id}.currentSolution`;
      if (readValue(workload.answers.currentSolution) === undefined) return {};
      const name = nameIn(workload.name, 'this workload');
      const words = inTheirWords(assessment, path);
      return {
        statements: [
          {
            topic: `design of ${need.id}`,
            weight: 5,
            text: `${name} moves in the shadow of what decides today${words}: the new design sees the same requests, its answers are compared and not used, and it takes over share by share with a way back at each step.`,
          },
        ],
        recommendations: [
          {
            key: `${need.id}/shadow-run`,
            need: need.id,
            category: 'architecture',
            title: `Run the new design of ${name} in the shadow of the current system first`,
            summary:
              'Both see the same requests; the difference in answers, time and money is measured before anything depends on it.',
            benefit: {
              level: 'high',
              because: 'It measures the benefit and the risk on real traffic, without either taking effect.',
            },
            effort: { level: 'medium', because: 'Requests have to be mirrored and answers compared.' },
            risk: { level: 'low', because: 'Nobody sees the answers of the new design.' },
            horizon: 'next',
            steps: [
              'Mirror requests without waiting for the answer.',
              'Compare decisions and keep the cases that differ for experts.',
              'Hand over a small share, then more, with the old system ready.',
            ],
            prerequisites: ['The chosen design runs where production data may be seen.'],
            risks: ['For a time there are more systems to watch.'],
            evidence: [answerEvidence(assessment, path)],
          },
        ],
      };
    }),
  );
}

/** What adopting an option takes, in order. */
export function adoptionSteps({ service }: Option): Prose[] {
  return [...steps[service]];
}

const steps: Readonly<Record<ServiceKind, readonly Prose[]>> = {
  'token-api': [
    'Put a thin gateway of your own before the provider, so that model and provider are settings.',
    'Build the set of test cases before the prompt.',
    'Ask for the rate limits that the peak needs, in writing.',
    'Launch to a few users with a spending limit and an alarm.',
  ],
  'gpu-cloud': [
    'Ask for quota in the region now; it is granted in weeks, or not.',
    'Measure throughput and first words on a machine on demand with real prompts.',
    'Describe machines, model and server as code, and rehearse replacing a machine.',
    'Scale by queue and not by utilisation.',
  ],
  'own-hardware': [
    'Confirm room, power and delivery.',
    'Install scheduler, drivers and monitoring, and burn the machines in.',
    'Measure the utilisation that real runs reach before the plan relies on it.',
  ],
  'cpu-cloud': [
    'Measure decisions per second of a machine with the real model.',
    'Deploy by the automation that exists, in all regions alike.',
    'Scale ahead of the known peaks by schedule.',
  ],
  'training-cloud': [
    'Reserve a block of machines in a common network.',
    'Move the data that may move, and verify it.',
    'Run at small scale for a day, measure utilisation and restarts, then commit to the full run.',
    'Save states where an interruption cannot reach them.',
  ],
  'edge-devices': [
    'Try a handful of devices through a season.',
    'Plan updates, replacement and theft before buying more.',
  ],
  'vector-search': [
    'Build the index once and measure how often the right passage is found.',
    'Automate that changes reach the index.',
    'Filter by rights inside the search and not after it.',
  ],
  'general-cloud': [
    'Describe it as code.',
    'Move a copy, compare, then switch.',
    'Right-size after a month of use.',
  ],
};
