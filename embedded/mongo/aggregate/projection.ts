import { isDoc, isTruthy, toNumber } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { isNumeric } from '../bson/arithmetic.ts';
import { MongoFault } from '../faults.ts';
import { compileElement } from '../query/filter.ts';
import { compileExpression, isOperatorExpression } from './expression.ts';
import type { Variables } from './expression.ts';
import { assignFields } from './set-fields.ts';
import type { Assignment } from './set-fields.ts';

/** Which fields of a document to keep or drop: `true` is a whole field. */
type FieldTree = Map<string, FieldTree | true>;

/**
 * A projection, as `find` and `$project` know it. `$slice` and `$elemMatch` are known in `find` only; the positional
 * `field.$` is not supported. Throws BadValue when inclusion and exclusion are mixed.
 */
export function compileProjection(spec: unknown, variables: Variables, inFind = false): (doc: Doc) => Doc {
  if (!isDoc(spec)) throw new MongoFault('BadValue', 'A projection must be an object.');
  if (!inFind && Object.keys(spec).length === 0) {
    throw new MongoFault(
      'BadValue',
      'Invalid $project :: caused by :: projection specification must have at least one field',
    );
  }
  const tree: FieldTree = new Map();
  const assignments: Assignment[] = [];
  const arrayParts: Assignment[] = [];
  const modes = new Set<'include' | 'exclude'>();
  let keepId: boolean | undefined;
  for (const { path, value } of flatten(spec, [])) {
    const flag = isNumeric(value) || typeof value === 'boolean';
    if (flag && path.join('.') === '_id') {
      keepId = isTruthy(value);
    } else if (flag) {
      modes.add(isTruthy(value) ? 'include' : 'exclude');
      plant(tree, path);
    } else if (inFind && isDoc(value) && ('$slice' in value || '$elemMatch' in value)) {
      const part = compileArrayPart(path, value);
      if ('$elemMatch' in value) modes.add('include');
      arrayParts.push(part);
    } else {
      modes.add('include');
      assignments.push({ path, evaluate: compileExpression(value) });
    }
  }
  if (modes.size === 2)
    throw new MongoFault('BadValue', 'Cannot mix inclusion and exclusion in a projection.');
  if (modes.size === 0 && keepId === true && arrayParts.length === 0) modes.add('include');
  const include = modes.has('include');
  const idComputed = assignments.some(({ path }) => path[0] === '_id');
  if (include && keepId !== false && !idComputed) tree.set('_id', true);
  if (!include && keepId === false) tree.set('_id', true);
  if (include) for (const { path } of arrayParts) plant(tree, path);
  const prune = include ? keepFields : dropFields;
  return (doc) => {
    const kept = assignFields(prune(doc, tree), doc, arrayParts, variables);
    return assignFields(kept, doc, assignments, variables);
  };
}

/** The `$unset` stage. */
export function compileUnset(spec: unknown): (doc: Doc) => Doc {
  const names: unknown[] = Array.isArray(spec) ? spec : [spec];
  const tree: FieldTree = new Map();
  for (const name of names) {
    if (typeof name !== 'string' || name === '') throw new MongoFault('BadValue', '$unset takes field paths');
    plant(tree, name.split('.'));
  }
  return (doc) => dropFields(doc, tree);
}

function flatten(spec: Doc, prefix: readonly string[]): { path: string[]; value: unknown }[] {
  return Object.entries(spec).flatMap(([name, value]) => {
    const path = [...prefix, ...name.split('.')];
    if (path.some((part) => part === '' || part.startsWith('$'))) {
      throw new MongoFault('BadValue', `The projection '${name}' is not supported.`);
    }
    const nested = isDoc(value) && !isOperatorExpression(value) && Object.keys(value).length > 0;
    return nested ? flatten(value, path) : [{ path, value }];
  });
}

function plant(tree: FieldTree, path: readonly string[]): void {
  const [part, ...rest] = path;
  if (part === undefined) return;
  const child = tree.get(part);
  if (rest.length === 0 || child === true) {
    tree.set(part, true);
    return;
  }
  const branch: FieldTree = child ?? new Map();
  tree.set(part, branch);
  plant(branch, rest);
}

function keepFields(doc: Doc, tree: FieldTree): Doc {
  const kept: Doc = {};
  for (const [field, value] of Object.entries(doc)) {
    const branch = tree.get(field);
    if (branch === true) kept[field] = value;
    else if (branch !== undefined && Array.isArray(value)) kept[field] = keepElements(value, branch);
    else if (branch !== undefined && isDoc(value)) kept[field] = keepFields(value, branch);
  }
  return kept;
}

function keepElements(values: readonly unknown[], tree: FieldTree): unknown[] {
  return values.flatMap((value) => {
    if (Array.isArray(value)) return [keepElements(value, tree)];
    return isDoc(value) ? [keepFields(value, tree)] : [];
  });
}

function dropFields(doc: Doc, tree: FieldTree): Doc {
  const kept: Doc = {};
  for (const [field, value] of Object.entries(doc)) {
    const branch = tree.get(field);
    if (branch !== true) kept[field] = branch === undefined ? value : dropInside(value, branch);
  }
  return kept;
}

function dropInside(value: unknown, tree: FieldTree): unknown {
  if (Array.isArray(value)) return value.map((element: unknown) => dropInside(element, tree));
  return isDoc(value) ? dropFields(value, tree) : value;
}

function compileArrayPart(path: string[], value: Doc): Assignment {
  if (path.length > 1)
    throw new MongoFault('BadValue', `'${path.join('.')}': $slice and $elemMatch take a top-level field.`);
  const [field = ''] = path;
  if ('$slice' in value) {
    const limits = (Array.isArray(value['$slice']) ? value['$slice'] : [value['$slice']]).map(toNumber);
    return { path, evaluate: (doc) => sliceArray(doc[field], limits) };
  }
  const argument = value['$elemMatch'];
  if (!isDoc(argument)) throw new MongoFault('BadValue', '$elemMatch needs an Object');
  const matches = compileElement(argument);
  return {
    path,
    evaluate: (doc) => {
      const values = doc[field];
      if (!Array.isArray(values) || !values.some(matches)) return undefined;
      return [values.find(matches)];
    },
  };
}

/** `[n]`: the first n, or the last -n. `[skip, n]`: n from skip on, which counts from the end when negative. */
function sliceArray(values: unknown, [first, second]: (number | undefined)[]): unknown {
  if (first === undefined || (second !== undefined && second <= 0)) {
    throw new MongoFault('BadValue', '$slice takes a number, or a skip and a positive number');
  }
  if (!Array.isArray(values)) return values;
  if (second === undefined) return first < 0 ? values.slice(first) : values.slice(0, first);
  const start = first < 0 ? Math.max(values.length + first, 0) : first;
  return values.slice(start, start + second);
}
