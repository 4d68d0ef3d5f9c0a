import { BSONRegExp, MaxKey, MinKey } from 'bson';
import { isTruthy, toNumber } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { compareValues, equalValues, rankOf } from '../bson/order.ts';
import { compileTypeTest } from '../bson/types.ts';
import { MongoFault } from '../faults.ts';

/** A test of everything found at a path (see `valuesAt`); `undefined` stands for missing. */
export type ValueTest = (values: readonly unknown[]) => boolean;

/** Equality as in `{ field: operand }`: any value, or any element of an array; a regex is matched. */
export function compileEquality(operand: unknown): ValueTest {
  if (isRegex(operand)) return anyElement(regexTest(operand));
  return anyElement((value) => equalValues(value, operand));
}

/** One query operator of a field. `siblings` is the whole operator document, where `$regex` finds its `$options`. */
export function compileOperator(operator: string, argument: unknown, siblings: Doc): ValueTest {
  switch (operator) {
    case '$eq':
      return anyElement((value) => equalValues(value, argument));
    case '$ne': {
      const equal = anyElement((value) => equalValues(value, argument));
      return (values) => !equal(values);
    }
    case '$gt':
      return ordered(argument, (order) => order > 0);
    case '$gte':
      return ordered(argument, (order) => order >= 0);
    case '$lt':
      return ordered(argument, (order) => order < 0);
    case '$lte':
      return ordered(argument, (order) => order <= 0);
    case '$in':
      return membership(operator, argument);
    case '$nin': {
      const member = membership(operator, argument);
      return (values) => !member(values);
    }
    case '$exists': {
      const wanted = isTruthy(argument);
      return (values) => values.some((value) => value !== undefined) === wanted;
    }
    case '$type': {
      const ofType = compileTypeTest(argument);
      return (values) =>
        values.some((value) => ofType(value) || (Array.isArray(value) && value.some(ofType)));
    }
    case '$size': {
      const size = toNumber(argument);
      if (size === undefined || !Number.isInteger(size) || size < 0) bad('$size needs a number from 0');
      return (values) => values.some((value) => Array.isArray(value) && value.length === size);
    }
    case '$mod':
      return modulus(argument);
    case '$regex':
      return anyElement(regexTest(argument, siblings['$options']));
    case '$options':
      if (siblings['$regex'] === undefined) bad('$options needs a $regex');
      return () => true;
    default:
      return bad(`unknown operator: ${operator}`);
  }
}

/** Whether a value is a regular expression. */
export function isRegex(value: unknown): value is BSONRegExp | RegExp {
  return value instanceof BSONRegExp || value instanceof RegExp;
}

function anyElement(test: (value: unknown) => boolean): ValueTest {
  return (values) => values.some((value) => test(value) || (Array.isArray(value) && value.some(test)));
}

/** Comparison operators only compare within one type; MinKey and MaxKey compare with everything. */
function ordered(operand: unknown, accepts: (order: number) => boolean): ValueTest {
  if (isRegex(operand)) bad("Can't have RegEx as arg to a comparison.");
  const rank = rankOf(operand);
  const anyType = operand instanceof MinKey || operand instanceof MaxKey;
  const notANumber = Number.isNaN(toNumber(operand) ?? 0);
  return anyElement((value) => {
    if (!anyType && rankOf(value) !== rank) return false;
    if (Number.isNaN(toNumber(value) ?? 0) !== notANumber) return false;
    return accepts(compareValues(value, operand));
  });
}

function membership(operator: string, argument: unknown): ValueTest {
  if (!Array.isArray(argument)) bad(`${operator} needs an array`);
  const patterns = argument.filter(isRegex).map((pattern) => regexTest(pattern));
  const plain = argument.filter((value: unknown) => !isRegex(value));
  return anyElement(
    (value) =>
      plain.some((wanted: unknown) => equalValues(value, wanted)) ||
      patterns.some((matches) => matches(value)),
  );
}

function modulus(argument: unknown): ValueTest {
  const [divisor, remainder] = Array.isArray(argument) ? argument.map(toNumber) : [];
  if (!Array.isArray(argument) || argument.length !== 2 || divisor === undefined || remainder === undefined) {
    bad('$mod needs an array of a divisor and a remainder');
  }
  const whole = Math.trunc(divisor);
  if (whole === 0) bad('divisor cannot be 0');
  return anyElement((value) => {
    const number = toNumber(value);
    return number !== undefined && Math.trunc(number) % whole === Math.trunc(remainder);
  });
}

/** PCRE patterns run as JavaScript expressions; an option or a pattern JavaScript does not know is refused. */
function regexTest(pattern: unknown, options?: unknown): (value: unknown) => boolean {
  const expression = toRegExp(pattern, options);
  return (value) => {
    if (typeof value === 'string') return expression.test(value);
    return isRegex(value) && isRegex(pattern) && equalValues(value, pattern);
  };
}

function toRegExp(pattern: unknown, options: unknown): RegExp {
  const source = isRegex(pattern) ? (pattern instanceof RegExp ? pattern.source : pattern.pattern) : pattern;
  const own =
    pattern instanceof RegExp ? pattern.flags : pattern instanceof BSONRegExp ? pattern.options : '';
  if (typeof source !== 'string') bad('$regex has to be a string');
  const flags = options === undefined ? own : options;
  if (typeof flags !== 'string' || !/^[imsu]*$/.test(flags))
    bad(`the regex options ${JSON.stringify(flags)} are not supported`);
  try {
    return new RegExp(source, flags.includes('u') ? flags : `${flags}u`);
  } catch {
    return withoutUnicodeMode(source, flags.replace('u', ''));
  }
}

/** PCRE allows needless escapes (`\-`) that JavaScript's Unicode mode refuses. */
function withoutUnicodeMode(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    throw new MongoFault('Location51091', `Regular expression is invalid: ${source}`, { cause: error });
  }
}

function bad(message: string): never {
  throw new MongoFault('BadValue', message);
}
