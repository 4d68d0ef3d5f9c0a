/** A name reduced to letters and digits, so that `H100 SXM5`, `h100-sxm5` and `H100_SXM5` are one key. */
export function foldName(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
