import { isDoc } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { elementsAt, parsePath } from '../bson/paths.ts';
import { emptyArrayElement } from '../bson/order.ts';
import { MongoFault } from '../faults.ts';
import { compileExpression } from './expression.ts';
import { compileSetFields } from './set-fields.ts';
import type { Stage, Surroundings } from './surroundings.ts';

/**
 * The `$lookup` stage: by equality of two fields (through an index of the foreign field, if there is one), by a
 * pipeline with `let` variables, or both. Throws FailedToParse for options it does not know.
 */
export function compileLookup(argument: unknown, around: Surroundings): Stage {
  if (!isDoc(argument)) throw new MongoFault('FailedToParse', 'the $lookup specification must be an object');
  const { from, as, localField, foreignField, let: lets = {}, pipeline = [], ...unknown } = argument;
  const byField = typeof localField === 'string' && typeof foreignField === 'string';
  if (typeof from !== 'string' || typeof as !== 'string' || Object.keys(unknown).length > 0 || !isDoc(lets)) {
    throw new MongoFault(
      'FailedToParse',
      '$lookup needs from, as, and localField with foreignField, or a pipeline',
    );
  }
  if (
    !byField &&
    (localField !== undefined || foreignField !== undefined || argument['pipeline'] === undefined)
  ) {
    throw new MongoFault('FailedToParse', '$lookup needs both localField and foreignField, or a pipeline');
  }
  if (!Array.isArray(pipeline)) throw new MongoFault('TypeMismatch', "'pipeline' must be an array");
  const variables = Object.entries(lets).map(([name, value]) => ({
    name,
    evaluate: compileExpression(value),
  }));
  const unset = Object.fromEntries(variables.map(({ name }) => [name, null]));
  around.pipelines.check(pipeline, { ...around, variables: { ...around.variables, ...unset } });
  return function* looked(input) {
    for (const doc of input) {
      const own = variables.map(({ name, evaluate }) => [name, evaluate(doc, around.variables) ?? null]);
      const inner = { ...around, variables: { ...around.variables, ...Object.fromEntries(own) } };
      const join = byField ? [{ $match: joinFilter(doc, localField, foreignField) }] : [];
      const found = [...around.pipelines.overCollection(from, [...join, ...pipeline], inner)];
      yield compileSetFields({ [as]: { $literal: found } }, {})(doc);
    }
  };
}

function joinFilter(doc: Doc, localField: string, foreignField: string): Doc {
  const { values } = elementsAt(doc, parsePath(localField));
  const wanted = values.filter((value) => value !== emptyArrayElement).map((value) => value ?? null);
  const [only] = wanted;
  return { [foreignField]: wanted.length === 1 ? { $eq: only } : { $in: wanted } };
}
