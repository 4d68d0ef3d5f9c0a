import type { Workload } from '#lib/domain/assessment/assessment.ts';
import { inUsd } from '#lib/domain/costing/money.ts';
import { answerEvidence, figureEvidence } from '#lib/domain/claims/evidence.ts';
import { fig } from '#lib/domain/gate/prose.ts';
import { type Facts, inTheirWords, type Investigation, joinFacts, nameIn } from '../investigation.ts';

/** What the pilot's spending per person would make for everybody, over the same time. */
export function pilotFacts(investigation: Investigation): Facts {
  return joinFacts(investigation.assessment.workloads.map((workload) => pilotOf(investigation, workload)));
}

function pilotOf(investigation: Investigation, workload: Workload): Facts {
  const { assessment, ledger } = investigation;
  const at = (field: string) => ledger.get(`answer.workloads.${workload.id}.${field}`);
  const cost = inUsd(investigation, `workloads.${workload.id}.pilotCost`, workload.answers.pilotCost);
  const tried = at('pilotUsers');
  const everybody = at('activeUsers');
  if (cost === undefined || tried === undefined || everybody === undefined || tried.value <= 0) return {};
  const perPerson = ledger.compute(
    {
      id: `cto.${workload.id}.pilot-per-person`,
      label: `Cost of the pilot per person, ${workload.name}`,
      unit: 'usd',
    },
    'quotient',
    { amount: cost, divisor: tried },
  );
  const forAll = ledger.compute(
    {
      id: `cto.${workload.id}.pilot-for-all`,
      label: `Cost of the pilot's way for everybody, ${workload.name}`,
      unit: 'usd',
    },
    'product',
    { amount: perPerson, factor: everybody },
  );
  const time = at('pilotDuration');
  const path = `workloads.${workload.id}.pilotCost`;
  const over = time === undefined ? 'over the same time' : `in ${fig(time)}`;
  const evidence = [answerEvidence(assessment, path), ...figureEvidence(perPerson, forAll)];
  const name = nameIn(workload.name, 'the service');
  return {
    statements: [
      {
        topic: 'pilot',
        weight: 9,
        text: `The pilot cost ${fig(perPerson)} a person${inTheirWords(assessment, path)}; carried over to ${fig(everybody)} people that is ${fig(forAll)} ${over}, so its way of working is no template for ${name} and its enthusiasm no business case.`,
      },
    ],
    recommendations: [
      {
        key: `${workload.id}/do-not-extend-pilot`,
        need: workload.id,
        category: 'cost',
        title: `Do not extend the pilot of ${name}; begin anew on its lessons`,
        summary: `Extended as it was, it comes to ${fig(forAll)} ${over}.`,
        benefit: { level: 'high', because: 'It keeps a cost per person from being multiplied unseen.' },
        effort: { level: 'low', because: 'It is a decision.' },
        risk: { level: 'low', because: 'What people liked can be kept: the drafts, not the contract.' },
        horizon: 'now',
        steps: [
          'Find out what the cost of the pilot was made of.',
          'Keep its cases as test cases.',
          'Price the successor by requests and not by people.',
        ],
        prerequisites: [],
        risks: ['Users of the pilot will miss it; tell them what follows and when.'],
        evidence,
      },
    ],
  };
}
