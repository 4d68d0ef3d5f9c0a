import { boundsProblem } from '#lib/domain/assessment/json-bounds.ts';
import { AppError } from '#lib/errors.ts';

/**
 * The JSON object of a line without its nulls, which mean the same as an absent field. Throws `invalid-input` for text that is
 * not JSON, is no object, is nested too deep, or has keys that reach into JavaScript's prototypes.
 */
export function readInput(text: string): Readonly<Record<string, unknown>> {
  const json = parsed(text);
  const refused = boundsProblem(json);
  if (refused !== undefined) throw new AppError('invalid-input', `The line ${refused.reason}.`);
  const input = withoutNulls(json);
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new AppError('invalid-input', 'The line is no JSON object.');
  return Object.fromEntries(Object.entries(input));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new AppError('invalid-input', `The line is not JSON: ${cause.message.slice(0, 200)}`, { cause });
  }
}

/** The value without fields that are null. Nulls in lists stay: leaving them out would move what follows. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, held]) => (held === null ? [] : [[key, withoutNulls(held)]])),
  );
}
