import { describe, expect, it } from 'vitest';
import { parseAssessmentText } from './parse-assessment-text.ts';

const empty =
  '{"format":"infra-mind/assessment@1","title":"A","answers":{},"workloads":[],"commitments":[],"hardware":[]}';

function reasonOf(text: string): string | undefined {
  const parsed = parseAssessmentText(text);
  return parsed.ok ? undefined : parsed.problems[0]?.reason;
}

describe('parseAssessmentText', () => {
  it('reads JSON, with or without a byte order mark', () => {
    expect(parseAssessmentText(empty).ok).toBe(true);
    expect(parseAssessmentText(`\uFEFF${empty}`).ok).toBe(true);
  });

  it('says that a text is not JSON', () => {
    expect(reasonOf('')).toMatch(/^is not JSON/);
    expect(reasonOf(`${empty.slice(0, -1)},}`)).toMatch(/^is not JSON/);
  });

  it('refuses a key written twice, of which JSON would drop one', () => {
    const twice = empty.replace('"title":"A"', '"title":"A","title":"B"');
    expect(reasonOf(twice)).toBe('has the key title twice in one place');
    const escaped = empty.replace('"title":"A"', String.raw`"title":"A","t\u0069tle":"B"`);
    expect(reasonOf(escaped)).toBe('has the key title twice in one place');
  });

  it('does not take words inside of a text for keys', () => {
    expect(parseAssessmentText(empty.replace('"A"', String.raw`"A \"title\": B, \\"`)).ok).toBe(true);
  });

  it('refuses a text of a hundred thousand brackets', () => {
    expect(reasonOf('['.repeat(100_000))).toBeDefined();
    expect(reasonOf('['.repeat(5_000) + ']'.repeat(5_000))).toBe('is nested more than 12 levels deep');
  });
});
