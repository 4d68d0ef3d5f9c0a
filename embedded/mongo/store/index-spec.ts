import { encodeDocument, isDoc, toNumber } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { parsePath } from '../bson/paths.ts';
import type { Path } from '../bson/paths.ts';
import type { Direction } from '../bson/order.ts';
import { MongoFault } from '../faults.ts';
import { compileFilter } from '../query/filter.ts';
import type { Predicate } from '../query/filter.ts';

export type IndexField = { name: string; path: Path; direction: Direction };

/** An index as it was asked for (`spec`, what listIndexes answers) and in the form the server works with. */
export type IndexDefinition = {
  name: string;
  spec: Doc;
  fields: readonly IndexField[];
  unique: boolean;
  sparse: boolean;
  covers: Predicate | undefined;
  partialFilter: Doc | undefined;
  expireAfterSeconds: number | undefined;
};

const knownOptions = new Set([
  'v',
  'key',
  'name',
  'ns',
  'unique',
  'sparse',
  'background',
  'expireAfterSeconds',
  'partialFilterExpression',
]);

/** The index every collection has. */
export const idIndexSpec: Doc = { v: 2, key: { _id: 1 }, name: '_id_' };

/** Reads an index specification. Throws CannotCreateIndex for anything the embedded server does not support. */
export function readIndexSpec(spec: Doc): IndexDefinition {
  for (const option of Object.keys(spec))
    if (!knownOptions.has(option)) refuse(`the option '${option}' is not supported`);
  const key = spec['key'];
  if (!isDoc(key) || Object.keys(key).length === 0)
    refuse("'key' must be a document with at least one field");
  const fields = Object.entries(key).map(([name, order]) => readField(name, order));
  const name = spec['name'];
  if (typeof name !== 'string' || name === '') refuse("'name' must be a string that is not empty");
  const partialFilter = spec['partialFilterExpression'];
  if (partialFilter !== undefined && !isDoc(partialFilter))
    refuse("'partialFilterExpression' must be a document");
  const expire = spec['expireAfterSeconds'];
  const expireAfterSeconds = toNumber(expire);
  if (
    expire !== undefined &&
    (expireAfterSeconds === undefined || expireAfterSeconds < 0 || fields.length !== 1)
  ) {
    refuse("'expireAfterSeconds' must be a number from 0 on an index of one field");
  }
  const sparse = flag(spec, 'sparse');
  if (sparse && partialFilter !== undefined)
    refuse("'sparse' and 'partialFilterExpression' exclude each other");
  return {
    name,
    spec: withoutDefaults(spec),
    fields,
    unique: flag(spec, 'unique') || name === '_id_',
    sparse,
    covers: partialFilter === undefined ? undefined : compileFilter(partialFilter),
    partialFilter,
    expireAfterSeconds,
  };
}

/** Whether two specifications would build the same index. */
export function sameIndex(left: IndexDefinition, right: IndexDefinition): boolean {
  return Buffer.compare(encodeDocument(left.spec), encodeDocument(right.spec)) === 0;
}

function readField(name: string, order: unknown): IndexField {
  const direction = toNumber(order);
  if (direction === undefined)
    refuse(`the index type ${JSON.stringify(order)} on '${name}' is not supported`);
  if (direction === 0 || Number.isNaN(direction)) refuse(`the direction of '${name}' must not be 0`);
  if (name === '' || name.startsWith('$') || name.includes('$**'))
    refuse(`the field name '${name}' is not supported`);
  return { name, path: parsePath(name), direction: direction < 0 ? -1 : 1 };
}

function flag(spec: Doc, option: string): boolean {
  const value = spec[option];
  return value === true || (value !== false && toNumber(value) !== undefined && toNumber(value) !== 0);
}

/** listIndexes shows `unique` and `sparse` only when they are set, and never `ns` or `background`. */
function withoutDefaults(spec: Doc): Doc {
  const kept: Doc = { v: 2, key: spec['key'], name: spec['name'] };
  if (flag(spec, 'unique')) kept['unique'] = true;
  if (flag(spec, 'sparse')) kept['sparse'] = true;
  for (const option of ['partialFilterExpression', 'expireAfterSeconds']) {
    if (spec[option] !== undefined) kept[option] = spec[option];
  }
  return kept;
}

function refuse(reason: string): never {
  throw new MongoFault('CannotCreateIndex', `Cannot create this index: ${reason}.`);
}
