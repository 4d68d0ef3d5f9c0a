import { Int32 } from 'bson';
import { typedNumber } from '../bson/arithmetic.ts';
import { isDoc, toNumber } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { MongoFault } from '../faults.ts';
import { compileFilter } from '../query/filter.ts';
import { readSort, sortBy } from '../query/sort.ts';
import { compileExpression, followPath } from './expression.ts';
import type { Variables } from './expression.ts';
import { compileGroup } from './group.ts';
import { compileLookup } from './lookup.ts';
import { compileProjection, compileUnset } from './projection.ts';
import { compileSetFields } from './set-fields.ts';
import type { Stage, Surroundings } from './surroundings.ts';

/** One stage of a pipeline. Throws Location40324 for a stage this server does not have. */
export function compileStage(name: string, argument: unknown, around: Surroundings): Stage {
  const { variables } = around;
  switch (name) {
    case '$match': {
      const matches = compileFilter(asObject(name, argument), variables);
      return (input) => filtered(input, matches);
    }
    case '$project':
      return eachDocument(compileProjection(argument, variables));
    case '$set':
    case '$addFields':
      return eachDocument(compileSetFields(argument, variables));
    case '$unset':
      return eachDocument(compileUnset(argument));
    case '$replaceRoot':
      return eachDocument(compileReplace(asObject(name, argument)['newRoot'], variables));
    case '$replaceWith':
      return eachDocument(compileReplace(argument, variables));
    case '$sort': {
      const order = readSort(argument);
      return (input) => sortBy([...input], order, (doc) => doc);
    }
    case '$skip':
      return compileSkip(argument);
    case '$limit':
      return compileLimit(argument);
    case '$count':
      return compileCount(argument);
    case '$unwind':
      return compileUnwind(argument);
    case '$group':
      return compileGroup(argument, variables);
    case '$sortByCount': {
      const group = compileGroup({ _id: argument, count: { $sum: new Int32(1) } }, variables);
      return (input) => sortBy([...group(input)], readSort({ count: -1 }), (doc) => doc);
    }
    case '$lookup':
      return compileLookup(argument, around);
    case '$facet':
      return compileFacet(asObject(name, argument), around);
    case '$unionWith': {
      const { coll, pipeline = [] } =
        typeof argument === 'string' ? { coll: argument } : asObject(name, argument);
      if (typeof coll !== 'string')
        throw new MongoFault('BadValue', '$unionWith needs the name of a collection');
      around.pipelines.check(pipeline, around);
      return (input) => joined(input, () => around.pipelines.overCollection(coll, pipeline, around));
    }
    default:
      throw new MongoFault(
        'Location40324',
        `Unrecognized pipeline stage name: '${name}' (or not supported here)`,
      );
  }
}

/** The stages that may change a document in an update (manual, "Updates with Aggregation Pipeline"). */
export function compileUpdateStage(name: string, argument: unknown, variables: Variables): (doc: Doc) => Doc {
  switch (name) {
    case '$set':
    case '$addFields':
      return compileSetFields(argument, variables);
    case '$unset':
      return compileUnset(argument);
    case '$project':
      return compileProjection(argument, variables);
    case '$replaceRoot':
      return compileReplace(asObject(name, argument)['newRoot'], variables);
    case '$replaceWith':
      return compileReplace(argument, variables);
    default:
      throw new MongoFault('InvalidOptions', `${name} is not allowed to be used within an update`);
  }
}

function eachDocument(change: (doc: Doc) => Doc): Stage {
  return function* changed(input) {
    for (const doc of input) yield change(doc);
  };
}

function* filtered(input: Iterable<Doc>, matches: (doc: Doc) => boolean): Generator<Doc> {
  for (const doc of input) if (matches(doc)) yield doc;
}

function* joined(first: Iterable<Doc>, second: () => Iterable<Doc>): Generator<Doc> {
  yield* first;
  yield* second();
}

function compileReplace(expression: unknown, variables: Variables): (doc: Doc) => Doc {
  const evaluate = compileExpression(expression);
  return (doc) => {
    const root = evaluate(doc, variables);
    if (!isDoc(root)) throw new MongoFault('BadValue', "'newRoot' expression must evaluate to an object");
    return root;
  };
}

function compileSkip(argument: unknown): Stage {
  const count = wholeNumber('$skip', argument, 0);
  return function* skipped(input) {
    let left = count;
    for (const doc of input) {
      if (left > 0) left -= 1;
      else yield doc;
    }
  };
}

function compileLimit(argument: unknown): Stage {
  const count = wholeNumber('$limit', argument, 1);
  return function* limited(input) {
    let taken = 0;
    for (const doc of input) {
      yield doc;
      taken += 1;
      if (taken === count) return;
    }
  };
}

function compileCount(argument: unknown): Stage {
  if (typeof argument !== 'string' || argument === '' || argument.startsWith('$') || argument.includes('.')) {
    throw new MongoFault('BadValue', 'the count field must be a non-empty string without $ and .');
  }
  return function* counted(input) {
    const count = countOf(input);
    if (count > 0) yield { [argument]: typedNumber(count) };
  };
}

/** How many items there are, without keeping them. */
export function countOf(items: Iterable<unknown>): number {
  const iterator = items[Symbol.iterator]();
  let count = 0;
  while (iterator.next().done !== true) count += 1;
  return count;
}

function compileUnwind(argument: unknown): Stage {
  const options = typeof argument === 'string' ? { path: argument } : asObject('$unwind', argument);
  const { path, preserveNullAndEmptyArrays, includeArrayIndex, ...unknown } = options;
  if (typeof path !== 'string' || !path.startsWith('$') || Object.keys(unknown).length > 0) {
    throw new MongoFault('BadValue', "$unwind needs a path that begins with '$', and known options");
  }
  const field = path.slice(1);
  const position = (doc: Doc, at: number | null): Doc =>
    typeof includeArrayIndex === 'string'
      ? withField(doc, includeArrayIndex, at === null ? null : typedNumber(at))
      : doc;
  return function* unwound(input) {
    for (const doc of input) {
      const value = followPath(doc, field.split('.'));
      if (Array.isArray(value) && value.length > 0) {
        for (const [at, element] of value.entries()) yield position(withField(doc, field, element), at);
      } else if (value !== undefined && value !== null && !Array.isArray(value)) {
        yield position(doc, null);
      } else if (preserveNullAndEmptyArrays === true) {
        yield position(Array.isArray(value) ? compileUnset(field)(doc) : doc, null);
      }
    }
  };
}

function withField(doc: Doc, name: string, value: unknown): Doc {
  return compileSetFields({ [name]: { $literal: value } }, {})(doc);
}

function compileFacet(spec: Doc, around: Surroundings): Stage {
  for (const pipeline of Object.values(spec)) around.pipelines.check(pipeline, around);
  return function* faceted(input) {
    const docs = [...input];
    const facets = Object.entries(spec).map(([name, pipeline]) => [
      name,
      [...around.pipelines.overDocuments(docs, pipeline, around)],
    ]);
    yield Object.fromEntries(facets);
  };
}

function wholeNumber(stage: string, argument: unknown, least: number): number {
  const count = toNumber(argument);
  if (count === undefined || !Number.isInteger(count) || count < least) {
    throw new MongoFault(
      'BadValue',
      `invalid argument to ${stage} stage: expected a whole number from ${least}`,
    );
  }
  return count;
}

function asObject(stage: string, argument: unknown): Doc {
  if (!isDoc(argument)) throw new MongoFault('BadValue', `the ${stage} stage needs an object`);
  return argument;
}
