import type { MarkedText } from './marks.ts';

/** Abbreviations after which a sentence goes on. */
const abbreviations = new Set(
  'e.g i.e cf vs approx ca incl excl resp max min avg est no nos art arts sec fig ref vol pp dr mr mrs ms st inc ltd corp co u.s u.k'.split(
    ' ',
  ),
);

const end = /[.!?\u2026]+["'\u2019\u201D)\]]*\s+|[\u3002\uFF01\uFF1F]+|\n+/gu;

/**
 * Cuts prose into sentences; each keeps the blanks that follow it. A dot ends a sentence only before a blank, so
 * decimals and identifiers such as p5.48xlarge stay whole, and not after an abbreviation, an initial, or before a
 * lower-case word. When in doubt two sentences stay one: then a number takes both away, and never half of one.
 */
export function sentencesOf(pieces: MarkedText): MarkedText[] {
  const sentences: MarkedText[] = [];
  let current: MarkedText = [];
  pieces.forEach((piece, index) => {
    if (piece.kind !== 'text') {
      current.push(piece);
      return;
    }
    let from = 0;
    for (const cut of cutsOf(piece.text, pieces[index + 1] !== undefined)) {
      current.push({ kind: 'text', text: piece.text.slice(from, cut) });
      sentences.push(current);
      current = [];
      from = cut;
    }
    if (from < piece.text.length) current.push({ kind: 'text', text: piece.text.slice(from) });
  });
  if (current.length > 0) sentences.push(current);
  return sentences;
}

function cutsOf(text: string, moreFollows: boolean): number[] {
  const cuts: number[] = [];
  for (const match of text.matchAll(end)) {
    const cut = match.index + match[0].length;
    if (cut === text.length && !moreFollows) break;
    if (match[0].includes('\n') || !goesOn(text.slice(0, match.index), text.slice(cut), match[0]))
      cuts.push(cut);
  }
  return cuts;
}

function goesOn(before: string, after: string, ending: string): boolean {
  if (/^\p{Ll}/u.test(after) && !/^\S*\d/u.test(after)) return true;
  if (!ending.startsWith('.')) return false;
  const lastWord = /(?:^|[\s("\u201C])([\p{L}.]+)$/u.exec(before)?.[1];
  return lastWord !== undefined && (abbreviations.has(lastWord.toLowerCase()) || /^\p{Lu}$/u.test(lastWord));
}
