import { isName } from './identifiers.ts';
import type { Inline } from './prose.ts';

/** No SKU, control or model name is longer. */
const longestName = 90;

/**
 * Text with the names of the run that stand in it literally, spelt as the run spells them, told apart. The longest
 * name wins, and a name counts only as a whole word: H100 is not found in H1000, XH100 or 3H100. Only names with digits
 * are looked for: others ("own", "Azure") need no permission and may be plain words.
 */
export function markNamesIn(text: string, names: ReadonlySet<string>): Inline[] {
  const inlines: Inline[] = [];
  const bounds = boundariesOf(text);
  let from = 0;
  for (const [index, start] of bounds.entries()) {
    if (start < from) continue;
    const name = longestNameAt(text, bounds, index, names);
    if (name === undefined) continue;
    if (start > from) inlines.push({ kind: 'text', text: text.slice(from, start) });
    inlines.push({ kind: 'identifier', text: name });
    from = start + name.length;
  }
  if (from < text.length) inlines.push({ kind: 'text', text: text.slice(from) });
  return inlines;
}

function longestNameAt(
  text: string,
  bounds: readonly number[],
  index: number,
  names: ReadonlySet<string>,
): string | undefined {
  const start = bounds[index] ?? 0;
  let longest: string | undefined;
  for (let at = index + 1; at < bounds.length; at++) {
    const stop = bounds[at] ?? 0;
    if (stop - start > longestName) break;
    const candidate = text.slice(start, stop);
    if (/\p{N}/u.test(candidate) && names.has(candidate) && isName(candidate)) longest = candidate;
  }
  return longest;
}

/** Where a name may begin or end: anywhere but between two letters, digits or marks. */
function boundariesOf(text: string): number[] {
  const bounds: number[] = [];
  for (let at = 0; at <= text.length; at++) {
    if (!(isWordCharacter(text, at - 1) && isWordCharacter(text, at))) bounds.push(at);
  }
  return bounds;
}

function isWordCharacter(text: string, at: number): boolean {
  const character = text[at];
  return character !== undefined && /[\p{L}\p{N}\p{M}_\p{Cs}]/u.test(character);
}
