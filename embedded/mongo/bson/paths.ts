import { emptyArrayElement } from './order.ts';
import { isDoc } from './document.ts';

/** A dotted field path, split once. */
export type Path = readonly string[];

/** `a.b.0` as its parts. */
export function parsePath(text: string): Path {
  return text.split('.');
}

/**
 * What a query sees at `path`: one entry per branch through arrays of documents, `undefined` where the path ends
 * early, nothing for array elements that are no documents. An array at the end is one entry, not expanded.
 */
export function valuesAt(root: unknown, path: Path): unknown[] {
  const found: unknown[] = [];
  collect(root, path, 0, found);
  return found;
}

/** `valuesAt` with arrays at the end replaced by their elements: what an index holds and a sort compares. */
export function elementsAt(root: unknown, path: Path): { values: unknown[]; throughArray: boolean } {
  const ends = valuesAt(root, path);
  const values: unknown[] = [];
  let throughArray = ends.length !== 1;
  for (const end of ends) {
    if (!Array.isArray(end)) {
      values.push(end);
      continue;
    }
    throughArray = true;
    if (end.length === 0) values.push(emptyArrayElement);
    else values.push(...end);
  }
  if (values.length === 0) values.push(undefined);
  return { values, throughArray };
}

/** Whether a path part addresses an array position. */
export function isArrayPosition(part: string): boolean {
  return /^(0|[1-9]\d*)$/.test(part);
}

function collect(value: unknown, path: Path, depth: number, found: unknown[]): void {
  const part = path[depth];
  if (part === undefined) {
    found.push(value);
  } else if (isDoc(value)) {
    collect(Object.hasOwn(value, part) ? value[part] : undefined, path, depth + 1, found);
  } else if (Array.isArray(value)) {
    if (isArrayPosition(part) && Number(part) < value.length)
      collect(value[Number(part)], path, depth + 1, found);
    for (const element of value) if (isDoc(element)) collect(element, path, depth, found);
  } else {
    found.push(undefined);
  }
}
