import { NonRetriableError } from 'inngest';
import { AppError, errorTable, toAppError } from '#lib/errors.ts';

/** The name survives the way through the job engine, which a class does not. */
const toldName = 'ToldError';

/**
 * The work of a step, of which a failure leaves the process with what a person may see as its message: the original stays as
 * its cause, and a fault goes to the log. An `AppError` that trying again cannot mend ends the step without another attempt.
 */
export function stepWork<T>(work: () => Promise<T>): () => Promise<T> {
  return async () => {
    try {
      return await work();
    } catch (error) {
      const { say, status } = toAppError(error);
      if (status >= 500) console.error(error);
      const told = mayPass(error)
        ? new Error(say, { cause: error })
        : new NonRetriableError(say, { cause: error });
      told.name = toldName;
      throw told;
    }
  };
}

/**
 * Why a function failed, as a person may see it. Faults of the engine between the steps (an invoked function that timed out, an
 * app that did not answer) tell internals, so they are worded by the table.
 */
export function reasonOf(error: Error): string {
  return error.name === toldName ? error.message : errorTable.internal.say;
}

/** A conflict counts too: an attempt that overlapped with another one reads the newer state the next time. */
function mayPass(error: unknown): boolean {
  return !(error instanceof AppError) || error.transient || error.code === 'conflict';
}
