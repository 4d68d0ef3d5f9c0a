import type { MarkedText } from './marks.ts';

const mayStandBefore = /(?:^|[\s("'\u2018\u201C[\u2013\u2014])$/u;
const mayStandAfter = /^(?:$|[\s.,;:!?)"'\u2019\u201D\]\u2013\u2014-])/u;
const signBefore =
  /(?:\b(?:minus|times|plus)\s*|[+\u2212\u00D7*/\u00F7=^~<>\u2264\u2265]\s*|(?:^|\s)-\s?)$/iu;
const signAfter =
  /^\s*(?:[\u00D7*/\u00F7=^+<>]|(?:k|m|mn|mln|mio|mm|bn|b|t|tn|trn|mrd|lakhs?|crores?|times|squared|cubed)\b)/iu;

/**
 * Why a figure of the sentence would read as another number than it is, or undefined. A figure stands by itself: not
 * glued to a letter, a digit or another figure, without a sign or an operator, and without a suffix such as "k" or "bn"
 * that would multiply it. What is to be calculated with figures is a figure.
 */
export function misplacedFigure(sentence: MarkedText): string | undefined {
  for (const [index, piece] of sentence.entries()) {
    if (piece.kind !== 'fig') continue;
    const before = textBeside(sentence[index - 1]);
    const after = textBeside(sentence[index + 1]);
    if (before === undefined || !mayStandBefore.test(before))
      return `Something is glued to the front of the figure ${piece.of}.`;
    if (after === undefined || !mayStandAfter.test(after))
      return `Something is glued to the end of the figure ${piece.of}.`;
    if (signBefore.test(before) || signAfter.test(after))
      return `The words around the figure ${piece.of} change its value.`;
  }
  return undefined;
}

/** The text beside a figure; empty at the ends of a sentence, undefined where another mark touches it. */
function textBeside(piece: MarkedText[number] | undefined): string | undefined {
  if (piece === undefined) return '';
  return piece.kind === 'text' ? piece.text : undefined;
}
