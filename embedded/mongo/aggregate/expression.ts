import { isDoc, isTruthy } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { typeAlias } from '../bson/types.ts';
import { MongoFault } from '../faults.ts';
import { compareInExpression } from './expression-order.ts';
import { compileMingo, isMingoOperator } from './mingo-expression.ts';
import { accumulate, isFoldable } from './accumulators.ts';

/** The values of `$$name` variables, typed. */
export type Variables = { readonly [name: string]: unknown };

/** Computes a typed value; `undefined` is MongoDB's missing. */
export type Evaluate = (doc: Doc, variables: Variables) => unknown;

/**
 * An aggregation expression, ready to run. Paths, literals, comparisons and conditions work on typed values, so a
 * value that only passes through keeps its BSON type; every other operator is computed by mingo.
 * Throws InvalidPipelineOperator for an operator that is unknown or not supported here.
 */
export function compileExpression(expression: unknown): Evaluate {
  if (typeof expression === 'string' && expression.startsWith('$')) return compilePath(expression);
  if (Array.isArray(expression)) {
    const parts = expression.map(compileExpression);
    return (doc, variables) => parts.map((part) => part(doc, variables) ?? null);
  }
  if (!isDoc(expression)) return () => expression;
  const [first = ''] = Object.keys(expression);
  if (!first.startsWith('$')) return compileObject(expression);
  if (Object.keys(expression).length > 1) {
    throw new MongoFault(
      'FailedToParse',
      `An expression must have exactly one operator, found '${first}' and others.`,
    );
  }
  const native = typedOperators[first];
  if (native !== undefined) return native(expression[first]);
  if (!isMingoOperator(first)) {
    throw new MongoFault('InvalidPipelineOperator', `Unrecognized expression '${first}'`);
  }
  return compileMingo(expression);
}

/** Whether `value` is an operator expression rather than a document of fields. */
export function isOperatorExpression(value: unknown): boolean {
  return isDoc(value) && (Object.keys(value)[0] ?? '').startsWith('$');
}

/** Follows a dotted path the way expressions do: through arrays of documents, collecting; no array positions. */
export function followPath(value: unknown, parts: readonly string[]): unknown {
  const [part, ...rest] = parts;
  if (part === undefined) return value;
  if (isDoc(value)) return Object.hasOwn(value, part) ? followPath(value[part], rest) : undefined;
  if (!Array.isArray(value)) return undefined;
  return value
    .filter((element: unknown) => isDoc(element) || Array.isArray(element))
    .map((element: unknown) => followPath(element, parts))
    .filter((found) => found !== undefined);
}

function compilePath(text: string): Evaluate {
  if (!text.startsWith('$$')) {
    const path = text.slice(1).split('.');
    if (path.includes('')) throw new MongoFault('FailedToParse', `'${text}' is not a valid field path`);
    return (doc) => followPath(doc, path);
  }
  const [name = '', ...path] = text.slice(2).split('.');
  switch (name) {
    case 'ROOT':
    case 'CURRENT':
      return (doc) => followPath(doc, path);
    case 'REMOVE':
      return () => undefined;
    default:
      return (_, variables) => {
        if (!Object.hasOwn(variables, name))
          throw new MongoFault('BadValue', `Use of undefined variable: ${name}`);
        return followPath(variables[name], path);
      };
  }
}

function compileObject(expression: Doc): Evaluate {
  const fields = Object.entries(expression).map(([name, value]) => ({
    name,
    evaluate: compileExpression(value),
  }));
  return (doc, variables) => {
    const result: Doc = {};
    for (const { name, evaluate } of fields) {
      const value = evaluate(doc, variables);
      if (value !== undefined) result[name] = value;
    }
    return result;
  };
}

type Compile = (argument: unknown) => Evaluate;

/** Operators computed here, because mingo has no BSON types and no BSON order. */
const typedOperators: { readonly [operator: string]: Compile } = {
  $literal: (argument) => () => argument,
  $and: (argument) => {
    const parts = operands(argument);
    return (doc, variables) => parts.every((part) => isTruthy(part(doc, variables)));
  },
  $or: (argument) => {
    const parts = operands(argument);
    return (doc, variables) => parts.some((part) => isTruthy(part(doc, variables)));
  },
  $not: (argument) => {
    const [part] = exactly(1, '$not', argument);
    return (doc, variables) => !isTruthy(part?.(doc, variables));
  },
  $eq: comparison('$eq', (order) => order === 0),
  $ne: comparison('$ne', (order) => order !== 0),
  $gt: comparison('$gt', (order) => order > 0),
  $gte: comparison('$gte', (order) => order >= 0),
  $lt: comparison('$lt', (order) => order < 0),
  $lte: comparison('$lte', (order) => order <= 0),
  $in: (argument) => {
    const [needle, haystack] = exactly(2, '$in', argument);
    return (doc, variables) => {
      const values = haystack?.(doc, variables);
      if (!Array.isArray(values))
        throw new MongoFault('BadValue', '$in requires an array as a second argument');
      const wanted = needle?.(doc, variables);
      return values.some((value: unknown) => compareInExpression(value, wanted) === 0);
    };
  },
  $ifNull: (argument) => {
    const parts = operands(argument);
    return (doc, variables) => {
      let value: unknown;
      for (const part of parts) {
        value = part(doc, variables);
        if (value !== undefined && value !== null) return value;
      }
      return value;
    };
  },
  $cond: (argument) => {
    const parts = isDoc(argument) ? [argument['if'], argument['then'], argument['else']] : argument;
    const [condition, yes, no] = exactly(3, '$cond', parts);
    return (doc, variables) => (isTruthy(condition?.(doc, variables)) ? yes : no)?.(doc, variables);
  },
  $type: (argument) => {
    const [part] = exactly(1, '$type', argument);
    return (doc, variables) => typeAlias(part?.(doc, variables));
  },
  $mergeObjects: (argument) => fold('$mergeObjects', argument),
  $sum: (argument) => fold('$sum', argument),
  $avg: (argument) => fold('$avg', argument),
  $min: (argument) => fold('$min', argument),
  $max: (argument) => fold('$max', argument),
};

function comparison(name: string, accepts: (order: number) => boolean): Compile {
  return (argument) => {
    const [left, right] = exactly(2, name, argument);
    return (doc, variables) => accepts(compareInExpression(left?.(doc, variables), right?.(doc, variables)));
  };
}

/** An accumulator used as an expression works over its arguments, or over the one array it is given. */
function fold(name: string, argument: unknown): Evaluate {
  const parts = operands(argument);
  return (doc, variables) => {
    const values = parts.map((part) => part(doc, variables));
    const [only] = values;
    const list = values.length === 1 && Array.isArray(only) ? only : values;
    if (!isFoldable(name)) throw new MongoFault('InternalError', `${name} is no accumulator.`);
    return accumulate(name, list);
  };
}

function operands(argument: unknown): Evaluate[] {
  return (Array.isArray(argument) ? argument : [argument]).map(compileExpression);
}

function exactly(count: number, name: string, argument: unknown): Evaluate[] {
  const parts = operands(argument);
  if (parts.length !== count) {
    throw new MongoFault(
      'FailedToParse',
      `Expression ${name} takes exactly ${count} arguments. ${parts.length} were passed in.`,
    );
  }
  return parts;
}
