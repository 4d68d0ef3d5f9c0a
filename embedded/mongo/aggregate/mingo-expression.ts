import { Context, evalExpr, ProcessingMode } from 'mingo/core';
import type { Options } from 'mingo/types';
import * as mingoOperators from 'mingo/operators/expression';
import { Long } from 'bson';
import { isDoc } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { typeAlias } from '../bson/types.ts';
import { MongoFault } from '../faults.ts';
import { accumulate } from './accumulators.ts';
import type { FoldName } from './accumulators.ts';
import { compareInExpression } from './expression-order.ts';
import { fromView, toView } from './view.ts';

/** Scripts, chance, hashes nobody can check, and a type mingo does not have. */
const refused = new Set([
  '$function',
  '$rand',
  '$sampleRate',
  '$toHashedIndexKey',
  '$toDecimal',
  '$sigmoid',
  'default',
]);

/** Operators inside an expression that mingo runs, where its own are missing or blind to BSON order across types. */
const bsonOperators = {
  $sum: foldBy('$sum'),
  $avg: foldBy('$avg'),
  $min: foldBy('$min'),
  $max: foldBy('$max'),
  $in: (doc: unknown, argument: unknown, options: Options): boolean => {
    const values = evalExpr(doc, argument, options);
    const haystack: unknown = Array.isArray(values) ? values[1] : undefined;
    if (!Array.isArray(values) || !Array.isArray(haystack)) {
      throw new MongoFault('BadValue', '$in requires an array as a second argument');
    }
    return haystack.some((value: unknown) => compareInExpression(value, values[0]) === 0);
  },
  $eq: compareBy((order) => order === 0),
  $ne: compareBy((order) => order !== 0),
  $gt: compareBy((order) => order > 0),
  $gte: compareBy((order) => order >= 0),
  $lt: compareBy((order) => order < 0),
  $lte: compareBy((order) => order <= 0),
  $cmp: (doc: unknown, argument: unknown, options: Options) =>
    Math.sign(compareArguments(doc, argument, options)),
  $type: (doc: unknown, argument: unknown, options: Options) => {
    const value = evalExpr(doc, argument, options);
    if (typeof value !== 'number') return typeAlias(value);
    throw new MongoFault(
      'NotImplemented',
      'The embedded server does not know the BSON type of this computed number.',
    );
  },
};

/** Whether `name` is an expression operator that mingo computes here. */
export function isMingoOperator(name: string): boolean {
  return Object.hasOwn(bsonOperators, name) || (Object.hasOwn(mingoOperators, name) && !refused.has(name));
}

/** An operator expression computed by mingo over a plain view of the document; the result is typed again. */
export function compileMingo(
  expression: Doc,
): (doc: Doc, variables: { readonly [name: string]: unknown }) => unknown {
  checkOperators(expression);
  const plain = toView(expression);
  const views = new WeakMap<Doc, unknown>();
  const context = Context.init({ expression: { ...mingoOperators, ...bsonOperators } });
  return (doc, variables) => {
    const view = views.get(doc) ?? toView(doc);
    views.set(doc, view);
    const named = toView(variables);
    const options: Options = {
      idKey: '_id',
      processingMode: ProcessingMode.CLONE_OFF,
      useStrictMode: true,
      scriptEnabled: false,
      failOnError: true,
      variables: isDoc(named) ? named : {},
      context,
    };
    try {
      return fromView(evalExpr(view, plain, options));
    } catch (error) {
      if (error instanceof MongoFault) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new MongoFault('BadValue', `Failed to evaluate an expression: ${reason}`, { cause: error });
    }
  };
}

/** An operator mingo does not know must be an error even when no document reaches it. */
function checkOperators(expression: unknown): void {
  if (Array.isArray(expression)) {
    expression.forEach(checkOperators);
    return;
  }
  if (!isDoc(expression)) return;
  for (const [name, argument] of Object.entries(expression)) {
    if (name === '$literal') continue;
    if (name.startsWith('$') && !isMingoOperator(name)) {
      throw new MongoFault('InvalidPipelineOperator', `Unrecognized expression '${name}'`);
    }
    checkOperators(argument);
  }
}

function compareBy(accepts: (order: number) => boolean) {
  return (doc: unknown, argument: unknown, options: Options): boolean =>
    accepts(compareArguments(doc, argument, options));
}

function foldBy(name: FoldName) {
  return (doc: unknown, argument: unknown, options: Options): unknown => {
    const value = evalExpr(doc, argument, options);
    const result = accumulate(name, Array.isArray(value) ? value : [value]);
    if (result instanceof Long && !Number.isSafeInteger(result.toNumber())) {
      throw new MongoFault(
        'NotImplemented',
        `The result of ${name} here exceeds what the embedded server computes exactly.`,
      );
    }
    return toView(result);
  };
}

function compareArguments(doc: unknown, argument: unknown, options: Options): number {
  const values = evalExpr(doc, argument, options);
  if (!Array.isArray(values) || values.length !== 2) {
    throw new MongoFault('FailedToParse', 'A comparison takes exactly 2 arguments.');
  }
  return compareInExpression(values[0], values[1]);
}
