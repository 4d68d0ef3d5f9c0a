import { figureEvidence } from '#lib/domain/claims/evidence.ts';
import { fig } from '#lib/domain/gate/prose.ts';
import type { Need } from '#lib/domain/run/run.ts';
import { type Facts, type Investigation, joinFacts, nameIn } from '../investigation.ts';

/** A hosted model against rented machines, and the volume at which the machines begin to pay. */
export function buyOrHostFacts(investigation: Investigation): Facts {
  return joinFacts(investigation.needs.map((need) => compare(investigation, need)));
}

function compare({ ledger }: Investigation, need: Need): Facts {
  const at = (figure: string) => ledger.get(`load.${need.id}.${figure}`);
  const requests = at('requests-per-month');
  const tokens = at('cheapest-tokens');
  const machines = at('cheapest-machines');
  const breakEven = at('break-even-requests-per-month');
  const ratio = at('break-even-over-volume');
  if (
    requests === undefined ||
    tokens === undefined ||
    machines === undefined ||
    breakEven === undefined ||
    ratio === undefined
  )
    return {};
  const name = nameIn(need.title, 'this workload');
  const buying = ratio.value > 1;
  return {
    statements: [
      {
        topic: `buying or hosting ${need.id}`,
        weight: 9,
        text: buying
          ? `At ${fig(requests)} the cheapest rented machines for ${name} come to ${fig(machines)} and the cheapest tokens to ${fig(tokens)}: machines cost ${fig(ratio)} for each dollar of tokens, before anybody is paid to run them, and would begin to pay at about ${fig(breakEven)}.`
          : `At ${fig(requests)} the cheapest rented machines for ${name} come to ${fig(machines)} and the cheapest tokens to ${fig(tokens)}: on price alone machines have passed their break-even at about ${fig(breakEven)}, and the people who run them have to be paid out of the difference.`,
      },
    ],
    claims: [
      {
        subject: 'build-or-buy',
        position: buying ? 'buy' : 'build',
        need: need.id,
        statement: `On price alone ${name} is better ${buying ? 'bought by the token' : 'hosted on rented machines'}.`,
        evidence: figureEvidence(ratio, breakEven, requests),
      },
    ],
  };
}
