import {
  categories,
  criterionLabels,
  horizons,
  type CriterionScore,
  type Recommendation,
} from '../../recommendation/recommendation.ts';
import { specialistNames } from '../../run/specialist-name.ts';
import { gradeOf } from '../grade.ts';
import type { Block, Section } from '../document.ts';
import type { SectionSource } from '../report-source.ts';
import { enumerate, heading, inlines, list, paragraph, table } from '../wording.ts';

/** Every recommendation by rank: what, why, how, what can go wrong, and how it came to its rank. */
export function recommendations(source: SectionSource): Section {
  return {
    id: 'recommendations',
    title: 'What we recommend, in order',
    blocks: source.synthesis.recommendations.flatMap((recommendation) => told(recommendation, source)),
  };
}

function told(recommendation: Recommendation, { say, needs }: SectionSource): Block[] {
  const need = needs.find(({ id }) => id === recommendation.need)?.title ?? 'The whole engagement';
  const by = enumerate(recommendation.specialists.map((name) => specialistNames[name]));
  return [
    heading(`${recommendation.rank}. `, say(recommendation.title)),
    paragraph(
      `${categories[recommendation.category]}. ${horizons[recommendation.horizon]}. ${need}. Proposed by ${by}.`,
    ),
    paragraph(say(recommendation.summary)),
    ...list(recommendation.steps.map(say), 'Steps'),
    ...list(recommendation.prerequisites.map(say), 'Needed first'),
    ...list(recommendation.risks.map(say), 'What can go wrong'),
    ...table(
      'How it came to its rank',
      ['Criterion', 'Standing', 'Reason'],
      recommendation.score.criteria.map((scored) => [
        inlines(criterionLabels[scored.criterion]),
        inlines(standingOf(scored, recommendation)),
        say(scored.because),
      ]),
    ),
  ];
}

function standingOf(scored: CriterionScore, { confidence }: Recommendation): string {
  return gradeOf(scored.criterion === 'evidence' ? confidence.value : scored.value);
}
