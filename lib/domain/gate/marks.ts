import type { Prose } from './prose.ts';

/** Prose taken apart at its marks. */
export type MarkedText = ({ kind: 'text'; text: string } | { kind: 'fig' | 'id' | 'quote'; of: string })[];

const mark = /\{\{(fig|id|quote):([^{}]*)\}\}/gu;

/**
 * Takes prose apart at `{{fig:...}}`, `{{id:...}}` and `{{quote:...}}`, after taking out what a reader would not see.
 * A mark that is not well formed stays text, where the gate finds its braces.
 */
export function readMarks(prose: Prose): MarkedText {
  const seen = withoutMarkdown(withoutHiddenCharacters(prose));
  const pieces: MarkedText = [];
  let from = 0;
  for (const match of seen.matchAll(mark)) {
    const [whole, kind, of = ''] = match;
    if (match.index > from) pieces.push({ kind: 'text', text: seen.slice(from, match.index) });
    if (kind === 'fig' || kind === 'id' || kind === 'quote') pieces.push({ kind, of: of.trim() });
    from = match.index + whole.length;
  }
  if (from < seen.length) pieces.push({ kind: 'text', text: seen.slice(from) });
  return pieces;
}

/** The prose that `readMarks` took apart. */
export function restoreMarks(pieces: MarkedText): Prose {
  return pieces
    .map((piece) => (piece.kind === 'text' ? piece.text : `{{${piece.kind}:${piece.of}}}`))
    .join('');
}

/**
 * Zero-width characters, soft hyphens, direction overrides, variation selectors, private-use and control characters:
 * they cut a number into pieces that look harmless, and no reader sees them. U+FFFC is the gate's own placeholder.
 */
function withoutHiddenCharacters(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\v\f]/gu, '\n')
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Co}\p{Cn}\p{Cs}\uFFFC]/gu, '')
    .replace(/(?![\n\t])\p{Cc}/gu, '');
}

/** Markdown is not rendered, so its marks would only be noise on the page; a link keeps its words and loses its target. */
function withoutMarkdown(text: string): string {
  return text
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/gu, '$1')
    .replace(/^[ \t]*(?:#{1,6}|>+|[-*+])[ \t]+/gmu, '')
    .replace(/\*\*|__|`+/gu, '');
}
