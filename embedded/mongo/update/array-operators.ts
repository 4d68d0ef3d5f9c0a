import { isDoc, toNumber } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { compareValues, equalValues } from '../bson/order.ts';
import { typeAlias } from '../bson/types.ts';
import { MongoFault } from '../faults.ts';
import { compileElement } from '../query/filter.ts';
import { compileEquality } from '../query/operators.ts';
import { readSort, sortBy } from '../query/sort.ts';
import type { FieldChange } from './field-operators.ts';

/** The update operators on one array field. All but `$push` and `$addToSet` leave a missing field missing. */
export const arrayOperators: { readonly [operator: string]: (argument: unknown) => FieldChange } = {
  $push: compilePush,
  $addToSet: (argument) => {
    const { $each: values, ...unknown } =
      isDoc(argument) && '$each' in argument ? argument : { $each: [argument] };
    if (!Array.isArray(values) || Object.keys(unknown).length > 0)
      bad('$addToSet takes a value, or $each with an array');
    return onArray('$addToSet', true, (current) =>
      values.reduce<unknown[]>(
        (all, value) => (all.some((other) => equalValues(other, value)) ? all : [...all, value]),
        current,
      ),
    );
  },
  $pop: (argument) => {
    const end = toNumber(argument);
    if (end !== 1 && end !== -1) bad('$pop expects 1 or -1');
    return onArray('$pop', false, (current) => (end === 1 ? current.slice(0, -1) : current.slice(1)));
  },
  $pull: (argument) => {
    const equal = compileEquality(argument);
    const leaves = isDoc(argument) ? compileElement(argument) : (element: unknown) => equal([element]);
    return onArray('$pull', false, (current) => current.filter((element) => !leaves(element)));
  },
  $pullAll: (argument) => {
    if (!Array.isArray(argument)) bad('$pullAll requires an array argument');
    return onArray('$pullAll', false, (current) =>
      current.filter((element) => !argument.some((other: unknown) => equalValues(element, other))),
    );
  },
};

const pushModifiers = new Set(['$each', '$position', '$slice', '$sort']);

function compilePush(argument: unknown): FieldChange {
  if (!isDoc(argument) || !('$each' in argument))
    return onArray('$push', true, (current) => [...current, argument]);
  const values = argument['$each'];
  const unknown = Object.keys(argument).find((modifier) => !pushModifiers.has(modifier));
  if (unknown !== undefined || !Array.isArray(values))
    bad(`Unrecognized clause in $push: ${unknown ?? '$each'}`);
  const position = optionalInteger(argument, '$position');
  const slice = optionalInteger(argument, '$slice');
  const order = compileArrayOrder(argument['$sort']);
  return onArray('$push', true, (current) => {
    const at =
      position === undefined
        ? current.length
        : position < 0
          ? Math.max(current.length + position, 0)
          : position;
    const pushed = order([...current.slice(0, at), ...values, ...current.slice(at)]);
    if (slice === undefined) return pushed;
    return slice < 0 ? pushed.slice(slice) : pushed.slice(0, slice);
  });
}

function compileArrayOrder(sort: unknown): (values: unknown[]) => unknown[] {
  if (sort === undefined) return (values) => values;
  if (isDoc(sort)) {
    const order = readSort(sort);
    return (values) => sortBy(values, order, (value) => value);
  }
  const direction = toNumber(sort);
  if (direction !== 1 && direction !== -1) bad('$sort in $push must be 1, -1, or a sort document');
  return (values) => values.toSorted((left, right) => direction * compareValues(left, right));
}

function onArray(name: string, creates: boolean, change: (current: unknown[]) => unknown[]): FieldChange {
  return (current) => {
    if (current === undefined) return creates ? change([]) : undefined;
    if (Array.isArray(current)) return change(current);
    throw new MongoFault(
      'BadValue',
      `Cannot apply ${name} to a non-array field of type ${typeAlias(current)}`,
    );
  };
}

function optionalInteger(argument: Doc, modifier: string): number | undefined {
  const value = argument[modifier];
  if (value === undefined) return undefined;
  const number = toNumber(value);
  if (number === undefined || !Number.isInteger(number)) bad(`The value for ${modifier} must be an integer`);
  return number;
}

function bad(message: string): never {
  throw new MongoFault('BadValue', message);
}
