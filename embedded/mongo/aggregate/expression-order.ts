import { compareValues } from '../bson/order.ts';

/** BSON order as expressions see it: unlike in filters, a missing value is less than null and not equal to it. */
export function compareInExpression(left: unknown, right: unknown): number {
  if (left === undefined || right === undefined)
    return Number(left !== undefined) - Number(right !== undefined);
  return compareValues(left, right);
}
