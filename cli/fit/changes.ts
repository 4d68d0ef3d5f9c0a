/** One line per leaf that differs between two JSON values: `coefficients.overlap: 1.1 -> 1.2 (+9.1 %)`. */
export function changesBetween(before: unknown, after: unknown): string[] {
  const [old, now] = [leaves(before), leaves(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => old.get(path) !== now.get(path))
    .map((path) => `${path}: ${describe(old.get(path), now.get(path))}`);
}

type Leaf = string | number | boolean | null;

function leaves(value: unknown, path: readonly string[] = []): Map<string, Leaf> {
  if (typeof value === 'object' && value !== null) {
    return new Map(Object.entries(value).flatMap(([key, inner]) => [...leaves(inner, [...path, key])]));
  }
  return isLeaf(value) ? new Map([[path.join('.'), value]]) : new Map();
}

function isLeaf(value: unknown): value is Leaf {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function describe(old: Leaf | undefined, now: Leaf | undefined): string {
  if (old === undefined) return `${now}`;
  if (now === undefined) return `${old} -> removed`;
  if (typeof old !== 'number' || typeof now !== 'number' || old === 0) return `${old} -> ${now}`;
  const percent = (now / old - 1) * 100;
  return `${old} -> ${now} (${percent < 0 ? '' : '+'}${percent.toFixed(1)} %)`;
}
