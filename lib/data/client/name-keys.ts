const longestKey = 24;
const mostKeys = 200;

/**
 * The beginnings of the words of a name, lower case and without marks: what a person can type to find it. Stored with
 * the client, so that a search is one equality in an index and keeps the order of the list.
 */
export function nameKeys(name: string): string[] {
  const keys = new Set<string>();
  for (const word of wordsOf(name)) {
    const letters = Array.from(word).slice(0, longestKey);
    letters.forEach((_letter, at) => keys.add(letters.slice(0, at + 1).join('')));
  }
  return [...keys].slice(0, mostKeys);
}

/** The stored key that finds a name by the first word of what was typed; undefined when there is no word in it. */
export function searchKey(typed: string): string | undefined {
  const [word] = wordsOf(typed);
  return word === undefined ? undefined : Array.from(word).slice(0, longestKey).join('');
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
