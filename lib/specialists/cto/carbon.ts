import { readValue } from '#lib/domain/assessment/read-answer.ts';
import { answerEvidence, figureEvidence } from '#lib/domain/claims/evidence.ts';
import type { Figure } from '#lib/domain/figure/figure.ts';
import { fig } from '#lib/domain/gate/prose.ts';
import { type Facts, inTheirWords, type Investigation, nameIn } from '../investigation.ts';

/** Emissions where the client reports them or has a price for them, with what could be computed. */
export function carbonFacts(investigation: Investigation): Facts {
  const { assessment, ledger } = investigation;
  const price = ledger.get('answer.answers.carbonPrice');
  if (price === undefined && readValue(assessment.answers.reportsEmissions) !== true) return {};
  const path = price === undefined ? 'answers.reportsEmissions' : 'answers.carbonPrice';
  const computed = emissionsOf(investigation);
  const evidence = [answerEvidence(assessment, path), ...figureEvidence(computed?.least, computed?.most)];
  return {
    statements: [
      {
        topic: 'carbon',
        weight: 5,
        text:
          computed === undefined
            ? `Emissions count here${inTheirWords(assessment, path)}, and they could not be computed for any design; the grid of the place and the energy of the machines are what is needed.`
            : `Emissions count here${inTheirWords(assessment, path)}${price === undefined ? '' : ` at ${fig(price)} a tonne`}: for ${nameIn(computed.title, 'the largest work')} they lie between ${fig(computed.least)} and ${fig(computed.most)} depending on the design, so the place of the work belongs into the comparison and not into the report afterwards.`,
      },
    ],
    recommendations: [
      {
        key: 'whole/price-carbon-in',
        need: 'whole',
        category: 'cost',
        title: 'Put the internal price of carbon into every comparison of places',
        summary:
          'Region and utilisation decide emissions more than anything bought later; with a price they are part of the choice.',
        benefit: {
          level: price === undefined ? 'low' : 'medium',
          because: 'The client reports it, and the choice of place is made only once.',
        },
        effort: { level: 'low', because: 'Energy and grid factors are figures that exist.' },
        risk: { level: 'low', because: 'It changes an order of options and no system.' },
        horizon: 'next',
        steps: [
          'Add emissions at the internal price to the cost of each option.',
          'Meter the machines, since utilisation decides the rest.',
        ],
        prerequisites: [],
        risks: [
          'Yearly certificates and the grid of the hour are different statements; compare like with like.',
        ],
        evidence,
      },
    ],
  };
}

type Compared = { title: string; least: Figure; most: Figure };

/** The need whose designs emit most, over the work or else a month, with its least and its most emitting design. */
function emissionsOf({ needs, ledger }: Investigation): Compared | undefined {
  return needs
    .flatMap(({ title, options }) =>
      (['once', 'monthly'] as const).flatMap((period): Compared[] => {
        const emissions = options
          .flatMap(({ id }) => ledger.get(`carbon.${id}.${period}`) ?? [])
          .toSorted((a, b) => a.value - b.value || (a.id < b.id ? -1 : 1));
        const [least] = emissions;
        const most = emissions.at(-1);
        return least === undefined || most === undefined ? [] : [{ title, least, most }];
      }),
    )
    .toSorted((a, b) => b.most.value - a.most.value)[0];
}
