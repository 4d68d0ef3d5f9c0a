import {
  MongoBulkWriteError,
  MongoNetworkError,
  MongoServerError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
} from 'mongodb';
import { AppError } from '#lib/errors.ts';

const duplicateKey = 11000;
const documentFailedValidation = 121;
const bsonObjectTooLarge = 10334;

/** Runs a query and turns what the driver throws into an error of the table, with the original as its cause. */
export async function translated<T>(work: () => PromiseLike<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw translate(cause);
  }
}

/**
 * `conflict` for a duplicate key, `invalid-input` for a refused document, `too-large`, `unavailable` when no server
 * answers, else `internal`.
 */
export function translate(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  if (cause instanceof MongoServerSelectionError || cause instanceof MongoNetworkError) {
    return new AppError('unavailable', 'The database does not answer.', { cause });
  }
  if (cause instanceof MongoTopologyClosedError) {
    return new AppError('unavailable', 'The connection to the database is closed.', { cause });
  }
  if (cause instanceof MongoServerError) return translateServerError(cause);
  const message = cause instanceof Error ? cause.message : String(cause);
  return new AppError('internal', `The database refused a query: ${message}`, { cause });
}

/** True when a unique index refused the write; with `field`, only when that index has the field. */
export function isDuplicate(error: unknown, field?: string): boolean {
  if (!(error instanceof AppError) || error.code !== 'conflict') return false;
  const { cause } = error;
  if (!(cause instanceof MongoServerError) || cause.code !== duplicateKey) return false;
  return field === undefined || field in keyPatternOf(cause);
}

function translateServerError(cause: MongoServerError): AppError {
  if (cause.code === duplicateKey) return new AppError('conflict', cause.message, { cause });
  if (cause.code === documentFailedValidation) return new AppError('invalid-input', cause.message, { cause });
  if (cause.code === bsonObjectTooLarge) return new AppError('too-large', cause.message, { cause });
  if (cause.hasErrorLabel('RetryableWriteError')) {
    return new AppError('unavailable', 'The database is changing its primary.', { cause });
  }
  return new AppError('internal', `The database refused a query: ${cause.message}`, { cause });
}

function keyPatternOf(error: MongoServerError): object {
  const own: unknown = error['keyPattern'];
  if (typeof own === 'object' && own !== null) return own;
  const first =
    error instanceof MongoBulkWriteError ? [error.writeErrors].flat()[0]?.err.errmsg : error.message;
  // Servers before 4.4 and some bulk errors carry the pattern in the message alone: `index: a_1_b_-1 dup key`.
  const name = /index: (\S+)/.exec(first ?? error.message)?.[1] ?? '';
  return Object.fromEntries(name.split(/_-?1_?/).map((key) => [key, 1]));
}
