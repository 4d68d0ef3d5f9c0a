import { isDoc } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { MongoFault } from '../faults.ts';
import { compileElement, compileFilter, isOperatorDocument } from '../query/filter.ts';
import { compileEquality } from '../query/operators.ts';
import { readAt } from './concrete-path.ts';
import type { ConcretePath } from './concrete-path.ts';

export type ElementTest = (element: unknown) => boolean;

/** The `arrayFilters` of an update by identifier. */
export type ArrayFilters = ReadonlyMap<string, ElementTest>;

/** Reads `arrayFilters`: each names one identifier, as `{ 'x': 5 }` or `{ 'x.field': ... }`. */
export function readArrayFilters(filters: unknown): ArrayFilters {
  const tests = new Map<string, ElementTest>();
  if (filters === undefined) return tests;
  if (!Array.isArray(filters)) throw new MongoFault('TypeMismatch', 'arrayFilters must be an array');
  for (const filter of filters) {
    if (!isDoc(filter)) throw new MongoFault('TypeMismatch', 'an array filter must be an object');
    const identifier = identifierOf(filter);
    if (tests.has(identifier)) {
      throw new MongoFault(
        'FailedToParse',
        `Found multiple array filters with the same top-level field name ${identifier}`,
      );
    }
    const predicate = compileFilter(filter);
    tests.set(identifier, (element) => predicate({ [identifier]: element }));
  }
  return tests;
}

/** Replaces `$`, `$[]` and `$[identifier]` in a path by the positions they mean in `doc`: one path for each. */
export function expandPath(
  doc: Doc,
  path: readonly string[],
  filter: Doc,
  arrayFilters: ArrayFilters,
): ConcretePath[] {
  let paths: string[][] = [[]];
  for (const part of path) {
    if (!part.startsWith('$')) {
      paths = paths.map((prefix) => [...prefix, part]);
      continue;
    }
    paths = paths.flatMap((prefix) =>
      positionsOf(doc, prefix, part, filter, arrayFilters).map((at) => [...prefix, String(at)]),
    );
  }
  return paths;
}

function positionsOf(
  doc: Doc,
  prefix: string[],
  part: string,
  filter: Doc,
  arrayFilters: ArrayFilters,
): number[] {
  const array = readAt(doc, prefix);
  if (part === '$') return [matchedPosition(array, prefix, filter)];
  if (!Array.isArray(array)) {
    throw new MongoFault(
      'BadValue',
      `The path '${prefix.join('.')}' must exist as an array to apply array updates.`,
    );
  }
  const identifier = /^\$\[([a-z][a-zA-Z0-9]*)?\]$/.exec(part);
  if (identifier === null)
    throw new MongoFault('DollarPrefixedFieldName', `The field name '${part}' is not valid.`);
  const name = identifier[1];
  if (name === undefined) return [...array.keys()];
  const test = arrayFilters.get(name);
  if (test === undefined) throw new MongoFault('BadValue', `No array filter found for identifier '${name}'`);
  return [...array.keys()].filter((at) => test(array[at]));
}

/** The element by which the query matched the document. */
function matchedPosition(array: unknown, prefix: string[], filter: Doc): number {
  const tests = elementTests(filter, prefix.join('.'));
  const at =
    Array.isArray(array) && tests.length > 0
      ? array.findIndex((element) => tests.every((test) => test(element)))
      : -1;
  if (at === -1) {
    throw new MongoFault('BadValue', 'The positional operator did not find the match needed from the query.');
  }
  return at;
}

function elementTests(filter: Doc, arrayPath: string): ElementTest[] {
  return Object.entries(filter).flatMap(([name, operand]): ElementTest[] => {
    if (name === '$and' && Array.isArray(operand)) {
      return operand.flatMap((part: unknown) => (isDoc(part) ? elementTests(part, arrayPath) : []));
    }
    if (name.startsWith(`${arrayPath}.`)) {
      const inner = compileFilter({ [name.slice(arrayPath.length + 1)]: operand });
      return [(element) => isDoc(element) && inner(element)];
    }
    return name === arrayPath ? [wholeElementTest(operand)] : [];
  });
}

function wholeElementTest(operand: unknown): ElementTest {
  if (!isOperatorDocument(operand)) {
    const equal = compileEquality(operand);
    return (element) => equal([element]);
  }
  const inner = operand['$elemMatch'];
  return compileElement(isDoc(inner) ? inner : operand);
}

function identifierOf(filter: Doc): string {
  const [first = ''] = Object.keys(filter);
  const branches = filter[first];
  if (first.startsWith('$') && Array.isArray(branches) && isDoc(branches[0]))
    return identifierOf(branches[0]);
  const [identifier = ''] = first.split('.');
  if (!/^[a-z][a-zA-Z0-9]*$/.test(identifier)) {
    throw new MongoFault(
      'BadValue',
      `Cannot use '${first}' as an array filter: it must begin with an identifier`,
    );
  }
  return identifier;
}
