import { Binary } from 'bson';
import { toBigInt } from '../bson/arithmetic.ts';
import { isDoc } from '../bson/document.ts';
import type { Doc } from '../bson/document.ts';
import { MongoFault } from '../faults.ts';

/** A session's id (the UUID in `lsid.id`) as hexadecimal text. Throws InvalidOptions when there is none. */
export function sessionKey(lsid: unknown): string {
  const id = isDoc(lsid) ? lsid['id'] : undefined;
  if (!(id instanceof Binary)) throw new MongoFault('InvalidOptions', 'A session needs an lsid with a UUID.');
  return Buffer.from(id.value()).toString('hex');
}

/** The number of a transaction or of a retryable write. Throws InvalidOptions when there is none. */
export function transactionNumber(command: Doc): bigint {
  const number = toBigInt(command['txnNumber']);
  if (number === undefined) throw new MongoFault('InvalidOptions', 'A transaction needs a txnNumber.');
  return number;
}
