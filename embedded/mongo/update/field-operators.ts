import { Int32, Long, Timestamp } from 'bson';
import { addNumbers, isNumeric, multiplyNumbers, toBigInt } from '../bson/arithmetic.ts';
import { isDoc } from '../bson/document.ts';
import { compareValues } from '../bson/order.ts';
import { typeAlias } from '../bson/types.ts';
import { MongoFault } from '../faults.ts';

/** What a field becomes, from what it is (`undefined`: missing, and to be left or made missing). */
export type FieldChange = (current: unknown) => unknown;

/** The update operators on one field. `now` is the moment of the command. */
export const fieldOperators: { readonly [operator: string]: (argument: unknown, now: Date) => FieldChange } =
  {
    $set: (argument) => () => argument,
    $setOnInsert: (argument) => () => argument,
    $unset: () => () => undefined,
    $inc: (argument) =>
      arithmetic(
        '$inc',
        argument,
        (current) => addNumbers(current, argument),
        () => argument,
      ),
    $mul: (argument) =>
      arithmetic(
        '$mul',
        argument,
        (current) => multiplyNumbers(current, argument),
        () => multiplyNumbers(argument, new Int32(0)),
      ),
    $min: (argument) => (current) =>
      current === undefined || compareValues(argument, current) < 0 ? argument : current,
    $max: (argument) => (current) =>
      current === undefined || compareValues(argument, current) > 0 ? argument : current,
    $currentDate: (argument, now) => {
      const type = isDoc(argument) ? argument['$type'] : argument;
      if (type === true || type === 'date') return () => now;
      if (type !== 'timestamp')
        throw new MongoFault('BadValue', "$currentDate takes true, or a $type of 'date' or 'timestamp'");
      return () => new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 });
    },
    $bit: (argument) => {
      if (!isDoc(argument)) throw new MongoFault('BadValue', '$bit takes an object of and, or, xor');
      return (current) => Object.entries(argument).reduce(bitwise, current ?? new Int32(0));
    },
  };

function arithmetic(name: string, argument: unknown, apply: FieldChange, start: () => unknown): FieldChange {
  if (!isNumeric(argument)) {
    throw new MongoFault(
      'TypeMismatch',
      `Cannot apply ${name} with a non-numeric argument of type ${typeAlias(argument)}`,
    );
  }
  return (current) => {
    if (current === undefined) return start();
    if (isNumeric(current)) return apply(current);
    throw new MongoFault(
      'TypeMismatch',
      `Cannot apply ${name} to a value of non-numeric type ${typeAlias(current)}`,
    );
  };
}

function bitwise(current: unknown, [operation, operand]: [string, unknown]): unknown {
  const [left, right] = [toBigInt(current), toBigInt(operand)];
  if (left === undefined || right === undefined) {
    throw new MongoFault('BadValue', 'Cannot apply $bit to a value of non-integral type');
  }
  const wide = current instanceof Long || operand instanceof Long;
  const typed = (bits: bigint): unknown =>
    wide ? Long.fromBigInt(bits) : new Int32(Number(BigInt.asIntN(32, bits)));
  if (operation === 'and') return typed(left & right);
  if (operation === 'or') return typed(left | right);
  if (operation === 'xor') return typed(left ^ right);
  throw new MongoFault(
    'BadValue',
    `The $bit operator only supports 'and', 'or', and 'xor', not '${operation}'`,
  );
}
