import type { FieldProblem } from '../../errors.ts';
import { boundsProblem } from './json-bounds.ts';
import type { ParsedAssessment } from './parse-assessment.ts';
import { parseAssessment } from './parse-assessment.ts';

/**
 * The assessment that a text of JSON holds, or every reason why it is none. Beyond `parseAssessment` it refuses text that
 * is not JSON, and keys written twice, of which JSON would silently keep only the last.
 */
export function parseAssessmentText(text: string): ParsedAssessment {
  const json = parsed(text);
  if ('problem' in json) return { ok: false, problems: [json.problem] };
  const twice = boundsProblem(json.value) ?? keyWrittenTwice(text, json.value);
  return twice === undefined ? parseAssessment(json.value) : { ok: false, problems: [twice] };
}

function parsed(text: string): { value: unknown } | { problem: FieldProblem } {
  try {
    // Editors on Windows put a byte order mark before the text; JSON knows none.
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { problem: { field: 'assessment', reason: `is not JSON: ${error.message.slice(0, 200)}` } };
  }
}

function keyWrittenTwice(text: string, json: unknown): FieldProblem | undefined {
  const kept = countKeys(json);
  for (const [key, written] of countWrittenKeys(text)) {
    if (written > (kept.get(key) ?? 0))
      return { field: 'assessment', reason: `has the key ${key.slice(0, 60)} twice in one place` };
  }
  return undefined;
}

/** How often each key stands in the text: a string literal with a colon after it. */
function countWrittenKeys(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [, literal, colon] of text.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?/g)) {
    if (literal === undefined || colon === undefined) continue;
    count(counts, String(JSON.parse(literal)));
  }
  return counts;
}

function countKeys(value: unknown, counts = new Map<string, number>()): Map<string, number> {
  if (typeof value !== 'object' || value === null) return counts;
  for (const [key, inside] of Object.entries(value)) {
    if (!Array.isArray(value)) count(counts, key);
    countKeys(inside, counts);
  }
  return counts;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
