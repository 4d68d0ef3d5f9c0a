import type { Recommendation } from '#lib/domain/recommendation/recommendation.ts';

/** The place of a recommendation on the page; as stable as its key. */
export function recommendationAnchor({ key }: Pick<Recommendation, 'key'>): string {
  return `recommendation-${key.replace(/[^a-z0-9-]+/giu, '-')}`;
}
