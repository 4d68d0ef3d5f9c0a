/** The longest id of a workload, commitment or group of hardware. */
export const maxSlugLength = 40;

/** Lower-case words and numbers joined by single hyphens; figure ids and paths contain it. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether it can be the id of a workload, commitment or group of hardware. */
export function isSlug(text: string): boolean {
  return text.length <= maxSlugLength && slugPattern.test(text);
}

/** A slug made from a name that none of `taken` has: `notes`, then `notes-2`. A name without letters gives `item`. */
export function slugFrom(name: string, taken: readonly string[]): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  const base = trimmed(words.slice(0, maxSlugLength - 5)) || 'item';
  if (!taken.includes(base)) return base;
  let number = 2;
  while (taken.includes(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

function trimmed(words: string): string {
  return words.replace(/^-/, '').replace(/-$/, '');
}
