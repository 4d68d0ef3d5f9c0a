import { Int32 } from 'bson';
import { isDoc } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { keyOf } from '../bson/order.ts';
import { MongoFault } from '../faults.ts';
import { accumulate, isFoldable } from './accumulators.ts';
import type { FoldName } from './accumulators.ts';
import { compileExpression } from './expression.ts';
import type { Evaluate, Variables } from './expression.ts';

type Field = { name: string; fold: FoldName; evaluate: Evaluate };

/** The `$group` stage: groups in order of first appearance. Throws BadValue for an accumulator it does not know. */
export function compileGroup(spec: unknown, variables: Variables): (input: Iterable<Doc>) => Iterable<Doc> {
  if (!isDoc(spec)) throw new MongoFault('BadValue', "a group's fields must be specified in an object");
  if (!('_id' in spec)) throw new MongoFault('BadValue', 'a group specification must include an _id');
  const { _id: idExpression, ...rest } = spec;
  const idOf = compileExpression(idExpression);
  const fields = Object.entries(rest).map(([name, accumulator]) => compileField(name, accumulator));
  return function* grouped(input) {
    const groups = new Map<string, { id: unknown; columns: unknown[][] }>();
    for (const doc of input) {
      const id = idOf(doc, variables) ?? null;
      const key = keyOf(id).toString('latin1');
      const group = groups.get(key) ?? { id, columns: fields.map(() => []) };
      groups.set(key, group);
      fields.forEach((field, at) => group.columns[at]?.push(field.evaluate(doc, variables)));
    }
    for (const { id, columns } of groups.values()) {
      const values = fields.map(({ name, fold }, at) => [name, accumulate(fold, columns[at] ?? [])]);
      yield { _id: id, ...Object.fromEntries(values) };
    }
  };
}

function compileField(name: string, accumulator: unknown): Field {
  const [operator = '', ...others] = isDoc(accumulator) ? Object.keys(accumulator) : [];
  if (!isDoc(accumulator) || others.length > 0 || name.includes('.')) {
    throw new MongoFault('BadValue', `The field '${name}' must be an accumulator object`);
  }
  if (operator === '$count') return { name, fold: '$sum', evaluate: () => new Int32(1) };
  if (!isFoldable(operator)) throw new MongoFault('BadValue', `unknown group operator '${operator}'`);
  return { name, fold: operator, evaluate: compileExpression(accumulator[operator]) };
}
