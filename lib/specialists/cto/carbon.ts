import { readValue } from '#lib/domain/assessment/read-answer.ts';
import { answerEvidence, figureEvidence } from '#lib/domain/claims/evidence.ts';
import type { Figure } from '#lib/domain/figure/figure.ts';
import { fig } from '#lib/domain/gate/prose.ts';
import { type Facts, inTheirWords, type Investigation } from '../investigation.ts';

/** Emissions where the client reports them or has a price for them, with what could be computed. */
export function carbonFacts(investigation: Investigation): Facts {
  const { assessment, ledger } = investigation;
  const price = ledger.get('answer.answers.carbonPrice');
  if (price === undefined && readValue(assessment.answers.reportsEmissions) !== true) return {};
  const path = price === undefined ? 'answers.reportsEmissions' : 'answers.carbonPrice';
  const computed = emissionsOf(investigation);
  const evidence = [
    answerEvidence(assessment, path),
    ...figureEvidence(...computed.map(({ emissions }) => emissions)),
  ];
  const least = computed[0];
  const most = computed.at(-1);
  return {
    statements: [
      {
        topic: 'carbon',
        weight: 5,
        text:
          least === undefined || most === undefined
            ? `Emissions count here${inTheirWords(assessment, path)}, and they could not be computed for any design; the grid of the place and the energy of the machines are what is needed.`
            : `Emissions count here${inTheirWords(assessment, path)}${price === undefined ? '' : ` at ${fig(price)} a tonne`}: depending on the design they come to between ${fig(least.emissions)} and ${fig(most.emissions)}, so the place of the work belongs into the comparison and not into the report afterwards.`,
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

/** Emissions of the designs that have them, least first. */
function emissionsOf({ needs, ledger }: Investigation): { emissions: Figure }[] {
  return needs
    .flatMap(({ options }) => options)
    .flatMap(({ id }) => ledger.get(`carbon.${id}.once`) ?? ledger.get(`carbon.${id}.monthly`) ?? [])
    .toSorted((a, b) => a.value - b.value || (a.id < b.id ? -1 : 1))
    .map((emissions) => ({ emissions }));
}
