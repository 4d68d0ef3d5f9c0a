import { AppError } from '#lib/errors.ts';
import type { IsoDate, Provenance } from './provenance.ts';

/** The newest date of these rows; rows without one are older than their source's note says. Throws `internal` without any. */
export function newestDate(rows: readonly Provenance[]): IsoDate {
  const newest = rows
    .flatMap(({ asOf }) => asOf ?? [])
    .toSorted()
    .at(-1);
  if (newest === undefined) throw new AppError('internal', 'none of the rows has a date');
  return newest;
}
