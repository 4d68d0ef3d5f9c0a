/**
 * Every error that leaves a use case is one row of this table: what the wire answers, whether trying again can help,
 * and what the person may see. The internal message and the cause stay in the log.
 */
export const errorTable = {
  'invalid-input': { status: 400, transient: false, say: 'Some of what was sent is not valid.' },
  'not-signed-in': { status: 401, transient: false, say: 'Sign in to continue.' },
  'not-allowed': { status: 403, transient: false, say: 'Your role does not allow this.' },
  'not-found': { status: 404, transient: false, say: 'There is nothing here, or it is not yours to see.' },
  conflict: {
    status: 409,
    transient: false,
    say: 'Somebody changed this in the meantime. Reload and try again.',
  },
  'too-large': { status: 413, transient: false, say: 'What was sent is larger than allowed.' },
  'too-many-requests': {
    status: 429,
    transient: true,
    say: 'Too many attempts. Wait a little and try again.',
  },
  'refused-configuration': { status: 500, transient: false, say: 'The server is not configured correctly.' },
  internal: { status: 500, transient: false, say: 'Something went wrong on our side.' },
  unavailable: {
    status: 503,
    transient: true,
    say: 'A part of the service does not answer. Try again shortly.',
  },
} as const;

export type ErrorCode = keyof typeof errorTable;

/** What a person can act on: which field, and why it was refused. */
export type FieldProblem = { field: string; reason: string };

type Details = {
  say?: string;
  problems?: readonly FieldProblem[];
  retryAfterSeconds?: number;
  cause?: unknown;
};

/** The one error class of the product. `message` is for the log, `say` for the person. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly say: string;
  readonly problems: readonly FieldProblem[];
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'AppError';
    this.code = code;
    this.say = details.say ?? errorTable[code].say;
    this.problems = details.problems ?? [];
    this.retryAfterSeconds = details.retryAfterSeconds;
  }

  get status(): number {
    return errorTable[this.code].status;
  }

  get transient(): boolean {
    return errorTable[this.code].transient;
  }
}

/** The same error, or an `internal` one that keeps the original as its cause. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new AppError('internal', message, { cause: error });
}
