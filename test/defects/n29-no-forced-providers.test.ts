import { describe, expect, it } from 'vitest';
import { specialists } from '#lib/specialists/registry.ts';

describe('what a specialist is told to do', () => {
  it.each(specialists.map((specialist) => [specialist.name, specialist.instructions] as const))(
    'as %s sets no number of providers, options or recommendations',
    (_name, instructions) => {
      expect(instructions.length).toBeGreaterThan(40);
      expect(instructions).not.toMatch(
        /\d|\b(at least|minimum|(two|three|four|five|several|multiple) (?:different )?(providers|clouds|options|recommendations))\b/i,
      );
    },
  );
});
