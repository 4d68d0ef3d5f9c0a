import { isDoc } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { isArrayPosition } from '../bson/paths.ts';
import { MongoFault } from '../faults.ts';

/** A path without positional operators: every part is a field name or an array position. */
export type ConcretePath = readonly string[];

/** What stands at the path; `undefined` when nothing does. */
export function readAt(root: Doc, path: ConcretePath): unknown {
  let value: unknown = root;
  for (const part of path) {
    if (Array.isArray(value)) value = isArrayPosition(part) ? value[Number(part)] : undefined;
    else if (isDoc(value)) value = Object.hasOwn(value, part) ? value[part] : undefined;
    else return undefined;
  }
  return value;
}

/** MongoDB's limit for the nulls it fills an array with. */
const maxPadding = 1_500_000;

/** Writes `value` into `root` (in place), making documents on the way. Throws PathNotViable through a scalar. */
export function writeAt(root: Doc, path: ConcretePath, value: unknown): void {
  let holder: unknown = root;
  path.forEach((part, depth) => {
    const last = depth === path.length - 1;
    if (Array.isArray(holder)) {
      if (!isArrayPosition(part) || Number(part) > holder.length + maxPadding)
        throw notViable(part, holder, path);
      const at = Number(part);
      while (holder.length < at) holder.push(null);
      if (last) holder[at] = value;
      else if (holder[at] === undefined) holder[at] = {};
      holder = holder[at];
    } else if (isDoc(holder)) {
      if (last) holder[part] = value;
      else if (!Object.hasOwn(holder, part)) holder[part] = {};
      holder = holder[part];
    } else {
      throw notViable(part, holder, path);
    }
  });
}

/** Removes what stands at the path; an array element becomes null, as MongoDB does. */
export function removeAt(root: Doc, path: ConcretePath): void {
  const holder = path.length === 1 ? root : readAt(root, path.slice(0, -1));
  const part = path.at(-1);
  if (part === undefined) return;
  if (Array.isArray(holder)) {
    if (isArrayPosition(part) && Number(part) < holder.length) holder[Number(part)] = null;
  } else if (isDoc(holder)) {
    delete holder[part];
  }
}

function notViable(part: string, holder: unknown, path: ConcretePath): MongoFault {
  return new MongoFault(
    'PathNotViable',
    `Cannot create field '${part}' in element of '${path.join('.')}': ${JSON.stringify(holder)}`,
  );
}
