import { AppError } from '#lib/errors.ts';

export type Input = Readonly<Record<string, unknown>>;

/** Throws `invalid-input` for a field that is not among `known`: a mistyped name must not be taken for an absent one. */
export function onlyFields(input: Input, known: ReadonlySet<string>): void {
  const unknown = Object.keys(input).find((field) => !known.has(field));
  if (unknown !== undefined) throw badField(unknown.slice(0, 60), 'is not a field of this command');
}

/** The text of a field, without spaces around it. Throws `invalid-input` when it is absent or no text. */
export function text(input: Input, field: string): string {
  const given = optionalText(input, field);
  if (given === undefined) throw badField(field, 'is missing');
  return given;
}

/** As `text`, undefined when the field is absent or blank, as a blank cell of a table is. */
export function optionalText(input: Input, field: string): string | undefined {
  const given = input[field];
  if (given === undefined) return undefined;
  if (typeof given !== 'string') throw badField(field, 'must be a text');
  const trimmed = given.trim();
  if (trimmed === '') return undefined;
  if (trimmed.length > 200) throw badField(field, 'is longer than 200 characters');
  return trimmed;
}

/** An amount above zero. Throws `invalid-input` when it is absent, no number, not finite or not above zero. */
export function amount(input: Input, field: string): number {
  const given = optionalAmount(input, field);
  if (given === undefined) throw badField(field, 'is missing');
  return given;
}

/** As `amount`, undefined when the field is absent or blank. */
export function optionalAmount(input: Input, field: string): number | undefined {
  const given = optionalNumber(input, field);
  if (given === undefined || given > 0) return given;
  throw badField(field, 'must be above zero');
}

/** As `optionalAmount`; zero is absent, since the tables write it for some factors that are unknown. */
export function optionalFactor(input: Input, field: string): number | undefined {
  return optionalNumber(input, field) === 0 ? undefined : optionalAmount(input, field);
}

/** Beyond it no count, size or price of this world lies, and products of a few stay finite. */
const largest = 1e18;

/** Numbers may come as text, as readers of CSV files give them. */
function optionalNumber(input: Input, field: string): number | undefined {
  const given = input[field];
  if (given === undefined || (typeof given === 'string' && given.trim() === '')) return undefined;
  const number = typeof given === 'string' ? numberIn(given.trim()) : given;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw badField(field, 'must be a number');
  if (Math.abs(number) > largest) throw badField(field, 'is beyond every number that can be meant');
  return number;
}

function numberIn(cell: string): number | undefined {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(cell) ? Number(cell) : undefined;
}

/** A day as `YYYY-MM-DD` that the calendar has; undefined when absent. */
export function optionalDay(input: Input, field: string): string | undefined {
  const given = optionalText(input, field);
  if (given === undefined || isDay(given)) return given;
  throw badField(field, 'must be a day such as 2026-07-20');
}

/** An error of one field of the line. */
export function badField(field: string, reason: string): AppError {
  return new AppError('invalid-input', `${field} ${reason}`, { problems: [{ field, reason }] });
}

/** An error of a name that the catalogue does not know. */
export function unknownName(field: string, name: string): AppError {
  const reason = `is not known: ${name.slice(0, 60)}`;
  return new AppError('not-found', `${field} ${reason}`, { problems: [{ field, reason }] });
}

function isDay(given: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given)) return false;
  const day = new Date(`${given}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(given);
}
