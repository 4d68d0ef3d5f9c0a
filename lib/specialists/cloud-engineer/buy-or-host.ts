import { figureEvidence } from '#lib/domain/claims/evidence.ts';
import type { Figure } from '#lib/domain/figure/figure.ts';
import { fig } from '#lib/domain/gate/prose.ts';
import type { Option } from '#lib/domain/options/option.ts';
import type { Need } from '#lib/domain/run/run.ts';
import { type Facts, type Investigation, joinFacts, nameIn } from '../investigation.ts';
import { designInWords } from './design-in-words.ts';

/** A hosted model against machines of one's own, and the volume at which the machines begin to pay. */
export function buyOrHostFacts(investigation: Investigation): Facts {
  return joinFacts(investigation.needs.map((need) => compare(investigation, need)));
}

function compare(investigation: Investigation, need: Need): Facts {
  const { ledger } = investigation;
  const bought = cheapest(investigation, need, 'token-api', ['tokens-in', 'tokens-out']);
  const hosted = cheapest(investigation, need, 'gpu-cloud', ['compute', 'redundancy']);
  const requestsPerMonth = ledger.get(`load.${need.id}.requests-per-month`);
  if (bought === undefined || hosted === undefined || requestsPerMonth === undefined) return {};
  const tokens = summed(
    investigation,
    `cloud-engineer.${need.id}.tokens`,
    'Tokens of the model',
    bought.parts,
  );
  const machines = summed(
    investigation,
    `cloud-engineer.${need.id}.machines`,
    'Machines of the model',
    hosted.parts,
  );
  if (tokens.value <= 0 || requestsPerMonth.value <= 0) return {};
  const ratio = ledger.compute(
    {
      id: `cloud-engineer.${need.id}.machines-over-tokens`,
      label: `Machines as a multiple of the tokens, ${need.title}`,
      unit: 'ratio',
    },
    'quotient',
    { amount: machines, divisor: tokens },
  );
  const breakEven = ledger.compute(
    {
      id: `cloud-engineer.${need.id}.break-even`,
      label: `Requests per month at which machines cost as much as tokens, ${need.title}`,
      unit: 'requests-per-month',
    },
    'break-even-requests',
    { fixedPerMonth: machines, billedPerMonth: tokens, requestsPerMonth },
  );
  const name = nameIn(need.title, 'this workload');
  const buying = breakEven.value > requestsPerMonth.value;
  const evidence = figureEvidence(ratio, breakEven, requestsPerMonth);
  return {
    statements: [
      {
        topic: `buying or hosting ${need.id}`,
        weight: 9,
        text: buying
          ? `At ${fig(requestsPerMonth)} the machines for ${name} (${designInWords(hosted.option)}, ${fig(machines)}) cost ${fig(ratio)} for each dollar that the tokens cost (${designInWords(bought.option)}, ${fig(tokens)}), before anybody is paid to run them; they would begin to pay at about ${fig(breakEven)}.`
          : `At ${fig(requestsPerMonth)} the machines for ${name} (${designInWords(hosted.option)}, ${fig(machines)}) cost ${fig(ratio)} for each dollar of tokens (${designInWords(bought.option)}, ${fig(tokens)}), which leaves little or nothing for the people who run them; the volume where they break even, about ${fig(breakEven)}, is passed on machines alone.`,
      },
    ],
    claims: [
      {
        subject: 'build-or-buy',
        position: buying ? 'buy' : 'build',
        need: need.id,
        statement: `On running cost alone ${name} is better ${buying ? 'bought by the token' : 'hosted on machines'}.`,
        evidence,
      },
    ],
  };
}

type Priced = { option: Option; parts: Figure[]; total: number };

/** The cheapest option of a kind by the named parts, on demand and with a price of its own. */
function cheapest(
  { ledger }: Investigation,
  need: Need,
  service: Option['service'],
  keys: readonly string[],
): Priced | undefined {
  return need.options
    .filter(
      (option) =>
        option.service === service &&
        !option.proxy &&
        (option.design.purchase === 'ondemand' || option.design.purchase === 'per-token'),
    )
    .map((option) => {
      const parts = option.parts
        .filter(({ key }) => keys.includes(key))
        .flatMap(({ monthly }) => (monthly === undefined ? [] : (ledger.get(monthly) ?? [])));
      return { option, parts, total: parts.reduce((sum, { value }) => sum + value, 0) };
    })
    .filter(({ parts }) => parts.length > 0)
    .toSorted((a, b) => a.total - b.total || (a.option.id < b.option.id ? -1 : 1))[0];
}

function summed({ ledger }: Investigation, id: string, label: string, parts: readonly Figure[]): Figure {
  return ledger.compute(
    { id: `${id}.monthly`, label: `${label} per month`, unit: 'usd-per-month' },
    'sum',
    parts,
  );
}
