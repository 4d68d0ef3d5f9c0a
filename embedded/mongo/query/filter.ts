import { isDoc, isTruthy } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { parsePath, valuesAt } from '../bson/paths.ts';
import { MongoFault } from '../faults.ts';
import { compileExpression } from '../aggregate/expression.ts';
import type { Variables } from '../aggregate/expression.ts';
import { compileEquality, compileOperator, isRegex } from './operators.ts';
import type { ValueTest } from './operators.ts';

export type Predicate = (doc: Doc) => boolean;

/**
 * A filter document as a predicate over typed documents, with MongoDB's rules for arrays, missing fields and types.
 * Throws BadValue for an operator that is unknown, malformed, or not supported here.
 */
export function compileFilter(filter: Doc, variables: Variables = {}): Predicate {
  const tests = Object.entries(filter).map(([name, operand]) => compileClause(name, operand, variables));
  return (doc) => tests.every((test) => test(doc));
}

/** Whether the value of a field in a filter is a set of operators (`{ $gt: 1 }`) and not a document to equal. */
export function isOperatorDocument(operand: unknown): operand is Doc {
  if (!isDoc(operand)) return false;
  const first = Object.keys(operand)[0];
  return (
    first !== undefined && first.startsWith('$') && first !== '$ref' && first !== '$id' && first !== '$db'
  );
}

function compileClause(name: string, operand: unknown, variables: Variables): Predicate {
  if (!name.startsWith('$')) return compileField(name, operand, variables);
  switch (name) {
    case '$and': {
      const parts = branches(name, operand, variables);
      return (doc) => parts.every((part) => part(doc));
    }
    case '$or': {
      const parts = branches(name, operand, variables);
      return (doc) => parts.some((part) => part(doc));
    }
    case '$nor': {
      const parts = branches(name, operand, variables);
      return (doc) => !parts.some((part) => part(doc));
    }
    case '$expr': {
      const evaluate = compileExpression(operand);
      return (doc) => isTruthy(evaluate(doc, variables));
    }
    case '$comment':
      return () => true;
    default:
      throw new MongoFault('BadValue', `unknown top level operator: ${name}`);
  }
}

function branches(name: string, operand: unknown, variables: Variables): Predicate[] {
  if (!Array.isArray(operand) || operand.length === 0) {
    throw new MongoFault('BadValue', `${name} must be a nonempty array`);
  }
  return operand.map((part: unknown) => {
    if (!isDoc(part)) throw new MongoFault('BadValue', `${name} entries need to be full objects`);
    return compileFilter(part, variables);
  });
}

function compileField(name: string, operand: unknown, variables: Variables): Predicate {
  const path = parsePath(name);
  const test = compileOperand(operand, variables);
  return (doc) => test(valuesAt(doc, path));
}

/** Everything asked of one field, as a test of the values found at its path. */
function compileOperand(operand: unknown, variables: Variables): ValueTest {
  if (!isOperatorDocument(operand)) return compileEquality(operand);
  const tests = Object.entries(operand).map(([operator, argument]): ValueTest => {
    if (operator === '$not') return negate(compileNot(argument, variables));
    if (operator === '$elemMatch') return compileElementMatch(argument, variables);
    if (operator === '$all') return compileAll(argument, variables);
    return compileOperator(operator, argument, operand);
  });
  return (values) => tests.every((test) => test(values));
}

function negate(test: ValueTest): ValueTest {
  return (values) => !test(values);
}

function compileNot(argument: unknown, variables: Variables): ValueTest {
  if (!isOperatorDocument(argument) && !isRegex(argument)) {
    throw new MongoFault('BadValue', '$not needs a regex or a document of operators');
  }
  return compileOperand(argument, variables);
}

function compileElementMatch(argument: unknown, variables: Variables): ValueTest {
  if (!isDoc(argument)) throw new MongoFault('BadValue', '$elemMatch needs an Object');
  const matches = compileElement(argument, variables);
  return (values) => values.some((value) => Array.isArray(value) && value.some(matches));
}

/** A test of one array element: against a filter when it is a document, or against bare operators. */
export function compileElement(argument: Doc, variables: Variables = {}): (element: unknown) => boolean {
  const logical = ['$and', '$or', '$nor'].includes(Object.keys(argument)[0] ?? '');
  if (isOperatorDocument(argument) && !logical) {
    const test = compileOperand(argument, variables);
    return (element) => test([element]);
  }
  const predicate = compileFilter(argument, variables);
  return (element) => isDoc(element) && predicate(element);
}

function compileAll(argument: unknown, variables: Variables): ValueTest {
  if (!Array.isArray(argument)) throw new MongoFault('BadValue', '$all needs an array');
  const tests = argument.map((part: unknown) =>
    isDoc(part) && Object.keys(part)[0] === '$elemMatch'
      ? compileOperand(part, variables)
      : compileEquality(part),
  );
  return (values) => tests.length > 0 && tests.every((test) => test(values));
}
