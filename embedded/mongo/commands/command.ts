import { isDoc, isTruthy, toNumber } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { MongoFault } from '../faults.ts';
import { pipelines } from '../aggregate/pipeline.ts';
import type { Surroundings } from '../aggregate/surroundings.ts';
import type { Store } from '../store/store.ts';
import type { Cursors } from './cursors.ts';
import type { Transactions } from './transactions.ts';

/** How the server presents itself to drivers. */
export type Identity = { port: number; replicaSetName: string | undefined };

/** What a command works with. `db` is the database it names, `now` the moment it arrived. */
export type CommandContext = {
  store: Store;
  cursors: Cursors;
  transactions: Transactions;
  identity: Identity;
  db: string;
  command: Doc;
  now: Date;
  inTransaction: boolean;
};

/** A command: what it does, and which fields besides the general ones it understands (`any`: greetings, which grow). */
export type Command = {
  run: (context: CommandContext) => Doc;
  fields: readonly string[] | 'any';
  /** Whether it writes, and so shares a commit. */
  writes?: boolean;
  /** Whether it may be part of a transaction. */
  transactional?: boolean;
};

/** The string in a field. Throws TypeMismatch. */
export function stringField(command: Doc, field: string): string {
  const value = command[field];
  if (typeof value !== 'string')
    throw new MongoFault('TypeMismatch', `The field '${field}' must be a string`);
  return value;
}

/** The document in a field, or an empty one when it is absent. Throws TypeMismatch. */
export function documentField(command: Doc, field: string): Doc {
  const value = command[field] ?? {};
  if (!isDoc(value)) throw new MongoFault('TypeMismatch', `The field '${field}' must be an object`);
  return value;
}

/** The documents in an array field. Throws TypeMismatch. */
export function documentsField(command: Doc, field: string): Doc[] {
  const value = command[field];
  if (!Array.isArray(value)) throw new MongoFault('TypeMismatch', `The field '${field}' must be an array`);
  return value.map((element: unknown) => {
    if (!isDoc(element)) throw new MongoFault('TypeMismatch', `The elements of '${field}' must be objects`);
    return element;
  });
}

/** The whole number in a field, or undefined when it is absent. Throws BadValue when it is negative or no number. */
export function countField(command: Doc, field: string): number | undefined {
  const value = command[field];
  if (value === undefined || value === null) return undefined;
  const count = toNumber(value);
  if (count === undefined || !Number.isInteger(count) || count < 0) {
    throw new MongoFault('BadValue', `The field '${field}' must be a whole number from 0`);
  }
  return count;
}

/** The flag in a field, or `otherwise` when it is absent. */
export function flagField(command: Doc, field: string, otherwise = false): boolean {
  const value = command[field];
  return value === undefined ? otherwise : isTruthy(value);
}

/** Throws BadValue when the options of a statement inside a command are not all known. */
export function refuseUnknown(statement: Doc, known: readonly string[], what: string): void {
  for (const field of Object.keys(statement)) {
    if (!known.includes(field))
      throw new MongoFault('FailedToParse', `BSON field '${what}.${field}' is an unknown field.`);
  }
  refuseCollation(statement);
}

/** Only the binary comparison is there: any other collation would silently order and match differently. */
export function refuseCollation(statement: Doc): void {
  const collation = statement['collation'];
  if (collation === undefined || (isDoc(collation) && collation['locale'] === 'simple')) return;
  throw new MongoFault(
    'NotImplemented',
    'The embedded server supports no collation but { locale: "simple" }.',
  );
}

/** What pipelines and filters of this command can reach. */
export function surroundings(context: CommandContext): Surroundings {
  const { store, db, command, now } = context;
  const variables = { ...documentField(command, 'let'), NOW: now };
  return { reader: store.reader, catalogue: store.catalogue, db, variables, pipelines };
}
