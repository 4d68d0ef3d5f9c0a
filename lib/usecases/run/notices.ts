import { type SpecialistName, specialistNames } from '#lib/domain/run/specialist-name.ts';
import type { SpecialistResult } from '#lib/domain/run/run.ts';
import { analystProvider } from '#lib/llm/analyst.ts';

/** What a reader must know before the first sentence: who wrote the prose, and which parts are missing. */
export function noticesOf(
  expected: readonly SpecialistName[],
  results: readonly SpecialistResult[],
): string[] {
  const done = new Set(results.map(({ name }) => name));
  const missing = expected.filter((name) => !done.has(name)).map((name) => specialistNames[name]);
  return [
    ...(results.some(({ author }) => author.provider === analystProvider)
      ? ['The prose was set out by the built-in analyst from computed facts. No language model took part.']
      : []),
    ...missing.map(
      (name) =>
        `The part of the specialist ${name} is missing, because its analysis failed. The report is degraded.`,
    ),
  ];
}
