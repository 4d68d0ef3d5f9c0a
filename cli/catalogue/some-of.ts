/** The first lines of a list, and how many more there are. */
export function someOf(lines: readonly string[], limit: number): string[] {
  const more = lines.length - limit;
  return more > 0 ? [...lines.slice(0, limit), `  and ${more.toLocaleString('en')} more`] : [...lines];
}
