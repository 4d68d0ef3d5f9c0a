const charactersAround = 32;

/**
 * The digits of a text that are left when everything of the vocabulary has been taken out, the longest first, each with a
 * few characters around it. An entry counts only whole: "12" is not taken out of "$12,000". Line breaks count as blanks,
 * and where a line may have been broken inside a long name, a hyphen or a blank is no difference.
 */
export function strayNumbers(text: string, vocabulary: readonly string[]): string[] {
  const known = [...new Set(vocabulary.map(onOneLine))]
    .filter((entry) => /\d/.test(entry))
    .toSorted((a, b) => b.length - a.length);
  const rest = known.reduce((left, entry) => left.replaceAll(wholeEntry(entry), '…'), onOneLine(text));
  return [...rest.matchAll(/\d[\d.,]*/gu)].map(({ index }) =>
    rest.slice(Math.max(0, index - charactersAround), index + charactersAround),
  );
}

function wholeEntry(entry: string): RegExp {
  const breakable = entry
    .split(/(?<=[/._:-])/)
    .map((part) => RegExp.escape(part))
    .join('-?\\s?');
  return new RegExp(`(?<![\\d\\p{L}]|\\d[.,])${breakable}(?![\\d\\p{L}]|[.,]\\d)`, 'gu');
}

function onOneLine(text: string): string {
  return text.replaceAll(/[\s\u00A0\u202F]+/gu, ' ').trim();
}
