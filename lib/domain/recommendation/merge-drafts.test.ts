import { describe, expect, it } from 'vitest';
import type { SpecialistResult } from '../run/run.ts';
import type { SpecialistName } from '../run/specialist-name.ts';
import { mergeDrafts } from './merge-drafts.ts';
import type { RecommendationDraft } from './recommendation.ts';

function draft(key: string, more: Partial<RecommendationDraft> = {}): RecommendationDraft {
  return {
    key,
    need: 'chat',
    category: 'serving',
    title: 'A title',
    summary: 'A summary',
    benefit: { level: 'high', because: '' },
    effort: { level: 'low', because: '' },
    risk: { level: 'low', because: '' },
    horizon: 'next',
    steps: [],
    prerequisites: [],
    risks: [],
    evidence: [],
    ...more,
  };
}

function proposed(name: SpecialistName, ...recommendations: RecommendationDraft[]): SpecialistResult {
  return {
    name,
    findings: { figures: [], statements: [], claims: [], recommendations, questions: [] },
    brief: [],
    author: { provider: '', model: '' },
    removals: [],
  };
}

describe('drafts of one key', () => {
  const merged = mergeDrafts([
    proposed(
      'cto',
      draft('chat/token-api/a', {
        option: 'a',
        title: 'First wording',
        steps: ['Plan'],
        risks: ['Lock-in'],
        prerequisites: ['A contract'],
        evidence: [{ kind: 'answer', answer: 'answers.goals' }],
      }),
    ),
    proposed(
      'compliance',
      draft('chat/token-api/a', {
        option: 'a',
        title: 'Second wording',
        steps: ['Plan', 'Check the contract'],
        risks: ['Retention'],
        evidence: [
          { kind: 'answer', answer: 'answers.goals' },
          { kind: 'control', framework: 'gdpr', control: '28' },
        ],
      }),
    ),
  ]);

  it('become one recommendation that keeps the content of all', () => {
    expect(merged).toHaveLength(1);
    expect(merged[0]).toMatchObject({
      title: 'First wording',
      steps: ['Plan', 'Check the contract'],
      risks: ['Lock-in', 'Retention'],
      prerequisites: ['A contract'],
      specialists: ['cto', 'compliance'],
    });
    expect(merged[0]?.evidence).toHaveLength(2);
  });

  it('keep the option, and with it the price', () => {
    expect(merged[0]?.option).toBe('a');
  });
});

describe('drafts of different keys', () => {
  it('stay apart however alike they are worded', () => {
    expect(
      mergeDrafts([proposed('cto', draft('chat/x')), proposed('infrastructure', draft('chat/y'))]),
    ).toHaveLength(2);
  });
});
