import { type AppError, toAppError } from '#lib/errors.ts';

/** What a refusal looks like on the wire. The message for the log stays here. */
export type ErrorBody = {
  error: { code: AppError['code']; message: string; problems?: AppError['problems'] };
};

/** Runs a route handler's work and answers every error by the table: its status, its code, and what the person may see. */
export async function respond(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.status >= 500) console.error(error);
    return Response.json(bodyOf(error), { status: error.status, headers: headersOf(error) });
  }
}

function bodyOf(error: AppError): ErrorBody {
  return {
    error: {
      code: error.code,
      message: error.say,
      ...(error.problems.length === 0 ? {} : { problems: error.problems }),
    },
  };
}

function headersOf(error: AppError): Record<string, string> {
  return error.retryAfterSeconds === undefined ? {} : { 'retry-after': String(error.retryAfterSeconds) };
}
