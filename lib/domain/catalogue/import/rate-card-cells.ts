import { AppError } from '#lib/errors.ts';
import { isPrice } from '../selectable-price.ts';

/** Characters after which spreadsheets run a cell as a formula. A minus before a digit is a number. */
const formula = /^\s*(?:[=+@\t\r]|-(?![\d.]))/;
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const control = /[\u0000-\u0008\u000B-\u001F\u007F\uFFFD]/;
const longestCell = 200;
/** A machine is never dearer: the dearest listed costs USD 190 an hour, a whole rack of accelerators a few hundred. */
const mostUsdPerHour = 10_000;

/** Throws `invalid-input` for a cell that no cell of a rate card can be: a formula, control characters, a novel. */
export function checkCell(cell: string): void {
  if (formula.test(cell)) throw refused(`${shown(cell)} is a formula: save the values`);
  if (control.test(cell)) throw refused('a cell holds characters that are not text: save the file as UTF-8');
  if (cell.length > longestCell) throw refused(`a cell is longer than ${longestCell} characters`);
}

/** The cell as one of the words that its column knows. Throws `invalid-input`. */
export function oneOf<T extends string>(column: string, cell: string, known: readonly T[]): T {
  const found = known.find((word) => word === cell.toLowerCase());
  if (found === undefined) throw refused(`${column} is ${shown(cell)}, not one of ${known.join(', ')}`);
  return found;
}

/** A machine or region as providers spell them, `*` allowed at the end. Throws `invalid-input`. */
export function plainName(column: string, cell: string): string {
  if (/^(?:[A-Za-z0-9][A-Za-z0-9._-]*\*?|\*)$/.test(cell)) return cell;
  throw refused(`${column} is ${cell === '' ? 'empty' : `${shown(cell)}, which is no name`}`);
}

/** A day as `YYYY-MM-DD` that the calendar has. Throws `invalid-input`. */
export function day(column: string, cell: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(cell) ? Date.parse(`${cell}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(cell)) return cell;
  throw refused(`${column} is ${shown(cell)}, not a day such as 2026-07-20`);
}

/** US dollars per hour, above zero. Throws `invalid-input`. */
export function usdPerHour(cell: string): number {
  const usd = decimal('usd_hour', cell);
  if (isPrice(usd) && usd <= mostUsdPerHour) return usd;
  throw refused(`usd_hour is ${shown(cell)}: a price is above 0 and at most ${mostUsdPerHour} an hour`);
}

/** Percent off the list price, between 0 and 100, both left out. Throws `invalid-input`. */
export function discountPercent(cell: string): number {
  const percent = decimal('discount_percent', cell);
  if (percent > 0 && percent < 100) return percent;
  throw refused(`discount_percent is ${shown(cell)}: it must be above 0 and below 100`);
}

/** Digits with a decimal point only: `0,192`, `1.000,00` and `$3` mean different numbers to different people. */
function decimal(column: string, cell: string): number {
  if (/^-?(?:\d+(?:\.\d+)?|\.\d+)$/.test(cell)) return Number(cell);
  throw refused(
    `${column} is ${shown(cell)}, not a number with a decimal point and without signs of currency`,
  );
}

function shown(cell: string): string {
  return JSON.stringify(cell.length > 40 ? `${cell.slice(0, 40)}...` : cell);
}

function refused(reason: string): AppError {
  return new AppError('invalid-input', reason);
}
