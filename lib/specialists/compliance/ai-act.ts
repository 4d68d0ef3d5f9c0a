import type { Workload } from '#lib/domain/assessment/assessment.ts';
import { readValue } from '#lib/domain/assessment/read-answer.ts';
import { answerEvidence } from '#lib/domain/claims/evidence.ts';
import type { Prose } from '#lib/domain/gate/prose.ts';
import { type Facts, inTheirWords, type Investigation, joinFacts, nameIn } from '../investigation.ts';
import type { Statement } from '#lib/domain/run/run.ts';
import { type AiActClass, type AiActReading, aiActReading, severity } from './ai-act-classes.ts';
import { articles, duties } from './ai-act-duties.ts';
import { rulesInScope } from './rules-in-scope.ts';

/** The class of every workload under the EU AI Act, where the act applies, with what follows from it. */
export function aiActFacts(investigation: Investigation): Facts {
  if (!rulesInScope(investigation.assessment).some((rule) => rule.id === 'eu-ai-act')) return {};
  const read = investigation.assessment.workloads.flatMap((workload) => {
    const reading = aiActReading(workload);
    return reading === undefined ? [] : [{ workload, reading }];
  });
  const alike = Map.groupBy(read, ({ reading }) => reading.because);
  return joinFacts([
    ...investigation.assessment.workloads.map(unread),
    { statements: [...alike.values()].flatMap((uses) => statementOn(investigation, uses)) },
    ...read.map(({ workload, reading }) => factsOf(investigation, workload, reading)),
  ]);
}

type Use = { workload: Workload; reading: AiActReading };

/** A sentence for all uses that the act reads alike, and what the client takes for granted about a strict one. */
function statementOn({ assessment }: Investigation, uses: readonly Use[]): Statement[] {
  const [first] = uses;
  if (first === undefined) return [];
  const { reading } = first;
  const names = new Intl.ListFormat('en').format(
    uses.map(({ workload }) => nameIn(workload.name, 'a workload')),
  );
  const mistaken = uses.find(
    ({ workload }) =>
      reading.class === 'high-risk' && readValue(workload.answers.assumptionsMade) !== undefined,
  );
  const granted =
    mistaken === undefined
      ? ''
      : ` What the client takes for granted here${inTheirWords(assessment, `workloads.${mistaken.workload.id}.assumptionsMade`)} has to be held against that.`;
  return [
    {
      topic: 'uses under the EU AI Act',
      weight: 4 + severity[reading.class] + (mistaken === undefined ? 0 : 2),
      text: `${names} ${uses.length > 1 ? 'are each' : 'is'} ${classWords[reading.class]}: ${reading.because}.${granted}`,
    },
  ];
}

function unread(workload: Workload): Facts {
  if (workload.kind === 'general') return {};
  if (readValue(workload.answers.areasOfUse) !== undefined) return {};
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

function factsOf(investigation: Investigation, workload: Workload, reading: AiActReading): Facts {
  const evidence = [
    answerEvidence(investigation.assessment, `workloads.${workload.id}.areasOfUse`),
    ...articles(investigation, ['6']),
  ];
  return {
    claims: [
      {
        subject: 'rules-in-scope',
        position: reading.class === 'high-risk' ? 'wider' : 'as-stated',
        need: workload.id,
        statement: `${nameIn(workload.name, 'A workload')} is ${classWords[reading.class]}.`,
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
