/** The MongoDB error codes this server answers with, from the server's `error_codes.yml`. */
export const faultCodes = {
  InternalError: 1,
  BadValue: 2,
  FailedToParse: 9,
  TypeMismatch: 14,
  IllegalOperation: 20,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  CursorNotFound: 43,
  NamespaceExists: 48,
  DollarPrefixedFieldName: 52,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  WriteConflict: 112,
  DocumentValidationFailure: 121,
  InvalidPipelineOperator: 168,
  CannotIndexParallelArrays: 171,
  TransactionTooOld: 225,
  NotImplemented: 238,
  NoSuchTransaction: 251,
  OperationNotSupportedInTransaction: 263,
  BSONObjectTooLarge: 10334,
  DuplicateKey: 11000,
  OutOfDiskSpace: 14031,
  Location40324: 40324,
  Location51091: 51091,
} as const;

export type FaultName = keyof typeof faultCodes;

type ReplyFields = { readonly [field: string]: unknown };

type Details = { fields?: ReplyFields; labels?: readonly string[]; cause?: unknown };

/** An error the client is told about: MongoDB's code, its name, extra reply fields (`keyPattern`) and error labels. */
export class MongoFault extends Error {
  readonly codeName: FaultName;
  readonly fields: ReplyFields;
  readonly labels: readonly string[];

  constructor(codeName: FaultName, message: string, details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'MongoFault';
    this.codeName = codeName;
    this.fields = details.fields ?? {};
    this.labels = details.labels ?? [];
  }

  get code(): number {
    return faultCodes[this.codeName];
  }
}

const SQLITE_FULL = 13;

/** Any thrown thing as a fault: a full disk is OutOfDiskSpace, what nobody foresaw is InternalError with its cause. */
export function toFault(error: unknown): MongoFault {
  if (error instanceof MongoFault) return error;
  if (error instanceof Error) {
    if ('errcode' in error && error.errcode === SQLITE_FULL) {
      return new MongoFault('OutOfDiskSpace', 'The disk is full; nothing of this command was stored.', {
        cause: error,
      });
    }
    return new MongoFault('InternalError', error.message, { cause: error });
  }
  return new MongoFault('InternalError', String(error), { cause: error });
}
