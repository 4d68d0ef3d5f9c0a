import type { AnswerPath, Assessment } from '#lib/domain/assessment/assessment.ts';
import { readValue } from '#lib/domain/assessment/read-answer.ts';
import type { PositionOn } from '#lib/domain/claims/claim.ts';
import { answerEvidence, figureEvidence } from '#lib/domain/claims/evidence.ts';
import { fig, id } from '#lib/domain/gate/prose.ts';
import { type Facts, type Investigation, joinFacts, nameIn } from '../investigation.ts';
import { choicesOf, type ChosenNeed, monthlyOf } from './choices.ts';

/** In how many regions the chosen designs are priced, where availability or customers make that a question. */
export function regionFacts(investigation: Investigation): Facts {
  return joinFacts(choicesOf(investigation).map((chosen) => regionsOf(investigation, chosen)));
}

function regionsOf(investigation: Investigation, chosen: ChosenNeed): Facts {
  const { workload, choice, need } = chosen;
  const { assessment } = investigation;
  const asked = askedBy(chosen, assessment);
  const { region } = choice.option.design;
  if (asked === undefined || region === undefined) return {};
  const monthly = monthlyOf(investigation, choice.option);
  const position = positionOf(chosen);
  const name = nameIn(workload.name, 'this workload');
  const price = monthly === undefined ? '' : ` at ${fig(monthly)}`;
  const statement =
    position === 'one-region'
      ? `The cheapest sound design of ${name} stands in ${id(region)} alone${price}`
      : `The design of ${name} is priced with a second region beside ${id(region)}${price}`;
  return {
    statements: [
      {
        topic: `design of ${need.id}`,
        weight: 4,
        text:
          position === 'one-region'
            ? `${statement}; a second region is not in that price.`
            : `${statement}, so its availability is not bought separately later.`,
      },
    ],
    claims: [
      {
        subject: 'regions',
        position,
        need: need.id,
        statement: `${statement}.`,
        evidence: [answerEvidence(assessment, asked), ...figureEvidence(monthly)],
      },
    ],
  };
}

/** The answer that makes the number of regions a question. */
function askedBy({ workload }: ChosenNeed, { answers }: Assessment): AnswerPath | undefined {
  if (workload.answers.availability !== undefined) return `workloads.${workload.id}.availability`;
  return readValue(answers.regionalDataFor) === undefined ? undefined : 'answers.regionalDataFor';
}

function positionOf({ workload, choice }: ChosenNeed): PositionOn<'regions'> {
  const hasSecond = choice.option.parts.some(
    ({ key, label }) => key === 'redundancy' && label.startsWith('Second region'),
  );
  if (!hasSecond) return 'one-region';
  const availability = readValue(workload.answers.availability);
  return availability === '99.99' || availability === '99.999' ? 'active-active' : 'two-regions';
}
