import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { AppError } from '#lib/errors.ts';

/** The arguments of a command by `parseArgs`. Throws `invalid-input` for an option that the command does not have. */
export function readCall<Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (cause) {
    if (cause instanceof TypeError) throw new AppError('invalid-input', cause.message, { cause });
    throw cause;
  }
}

/** The day of an option as `YYYY-MM-DD`, today when it is absent. Throws `invalid-input` for what is no day. */
export function dayOf(option: string, given: string | undefined): string {
  const day = given ?? new Date().toISOString().slice(0, 10);
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(day)) return day;
  throw new AppError('invalid-input', `--${option} must be a day such as 2026-07-20.`);
}

/** A count of lines, at least 1. Throws `invalid-input`. */
export function limitOf(given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  if (/^[1-9]\d{0,6}$/.test(given)) return Number(given);
  throw new AppError('invalid-input', '--limit must be a whole number above zero.');
}
