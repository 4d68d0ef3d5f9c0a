import 'server-only';
import { notFound } from 'next/navigation';
import { AppError } from '#lib/errors.ts';

/** The result, or the page for what is not there: somebody else's and nobody's alike. */
export async function orNotFound<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') notFound();
    throw error;
  }
}
