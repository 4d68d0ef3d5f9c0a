import { ObjectId } from 'mongodb';
import { z } from 'zod';
import { AppError } from '#lib/errors.ts';
import { isDocumentId } from './document-id.ts';

/** An id in a row: text from the ORM, ObjectId from a pipeline. */
export const storedId = z.union([
  z.string().refine(isDocumentId),
  z.instanceof(ObjectId).transform((id) => id.toHexString()),
]);

/** An id in an input. */
export const inputId = z.string().refine(isDocumentId, 'is not an id');

/** A title or a name: one to `length` characters, not blank. */
export function title(length = 200): z.ZodString {
  return z.string().trim().min(1).max(length);
}

/** Free text of a person, or null. */
export const note = z.string().max(10_000).nullable();

/** A field that a document may lack: null, never undefined. */
export function absentAsNull<T extends z.ZodType>(schema: T) {
  return schema.nullish().transform((value) => value ?? null);
}

/** A JSON body that typed code of this product wrote: only the parts are looked at that tell it from something else. */
export function writtenBody<T>(outline: z.ZodType): z.ZodType<T> {
  return z.custom<T>((body) => outline.safeParse(body).success, 'is not the body that belongs here');
}

/** A row as the domain knows it. Throws `internal` when the database holds something else. */
export function parseRow<T>(schema: z.ZodType<T>, row: unknown): T {
  const parsed = schema.safeParse(row);
  if (parsed.success) return parsed.data;
  throw new AppError('internal', `A stored document does not fit: ${z.prettifyError(parsed.error)}`, {
    cause: parsed.error,
  });
}

/** An input, checked. Throws `invalid-input` with the field and the reason of every problem. */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => ({
    field: issue.path.map(String).join('.'),
    reason: issue.message,
  }));
  throw new AppError('invalid-input', z.prettifyError(parsed.error), { cause: parsed.error, problems });
}
