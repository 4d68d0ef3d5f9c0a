import type { Option } from '../../options/option.ts';
import type { Need } from '../../run/run.ts';
import type { Block, Section } from '../document.ts';
import type { SectionSource } from '../report-source.ts';
import { amounts, figureRef, heading, inlines, list, priceCell, table } from '../wording.ts';

/** The recommended options of each need and its cheapest, part by part. */
export function costsByPart(source: SectionSource): Section {
  return {
    id: 'costs',
    title: 'Where the money goes',
    blocks: source.needs.flatMap((need) =>
      worthTelling(need, source).flatMap((option) => partsOf(need, option)),
    ),
  };
}

function worthTelling(need: Need, { synthesis }: SectionSource): Option[] {
  const recommended = new Set(synthesis.recommendations.map((recommendation) => recommendation.option));
  const cheapest = need.options.find((option) => option.monthly !== undefined || option.once !== undefined);
  return need.options.filter(
    (option) => option.parts.length > 0 && (option === cheapest || recommended.has(option.id)),
  );
}

function partsOf(need: Need, option: Option): Block[] {
  const parts = option.parts.map((part) => [
    inlines(part.label),
    part.monthly === undefined ? inlines('\u2013') : [figureRef(part.monthly)],
    part.once === undefined ? inlines('\u2013') : [figureRef(part.once)],
  ]);
  const total = [inlines('Total'), priceCell(option, option.monthly), priceCell(option, option.once)];
  return [
    heading(`${need.title}: ${option.title}`),
    ...table(
      `Cost by part: ${option.title}`,
      ['Part', amounts('Monthly'), amounts('Once')],
      [...parts, total],
    ),
    ...list(
      option.missing.map((gap) => inlines(`${gap.what}: ${gap.because}`)),
      'Not in these sums, because it could not be priced',
    ),
  ];
}
