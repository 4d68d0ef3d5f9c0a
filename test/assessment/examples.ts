import { readdirSync, readFileSync } from 'node:fs';
import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import { parseAssessmentText } from '#lib/domain/assessment/parse-assessment-text.ts';

const folder = new URL('../../examples/', import.meta.url);

/** The names of the example cases: `city-public`, `clinical-notes`, ... */
export const exampleNames: readonly string[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''))
  .toSorted();

/** One example case as an assessment. Throws when it does not parse, with every problem. */
export function readExample(name: string): Assessment {
  const parsed = parseAssessmentText(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems, undefined, 2)}`);
  return parsed.assessment;
}

/** The interview notes that the assessment was made from. */
export function readNotes(name: string): string {
  return readFileSync(new URL(`notes/${name}.md`, folder), 'utf8');
}
