import { z } from 'zod';
import type { Provenance, Source } from '#lib/domain/catalogue/provenance.ts';
import { AppError } from '#lib/errors.ts';
import { checked, readJson } from './read-table.ts';
import { isoDate, text, textOrUnknown } from './table.ts';

/** The sources of `sources.json`. Throws `internal` naming file, source and field. */
export async function readSources(directory: URL): Promise<Source[]> {
  const stored = checked(storedSources, await readJson(directory, 'sources.json'), 'sources.json');
  return Object.entries(stored).map(([id, source]) => ({ id, ...source }));
}

/** Throws `internal` for a row whose source is unknown, or which has no date while its source does not say why. */
export function checkProvenance(
  rows: readonly (Provenance & { readonly id: string })[],
  sources: readonly Source[],
): void {
  const known = new Map(sources.map((source) => [source.id, source]));
  for (const row of rows) {
    const source = known.get(row.source);
    if (source === undefined) throw new AppError('internal', `${row.id}: unknown source ${row.source}`);
    if (row.asOf === null && source.asOfNote === null) {
      throw new AppError('internal', `${row.id}: no date, and the source ${row.source} does not say why`);
    }
  }
}

const storedSources = z.record(
  text,
  z.strictObject({
    /** A client reads it: a repository or file path has a slash between words without spaces. */
    label: text.regex(
      /^(?!.*(?:@|\.(?:csv|json|go|yml|yaml|md)\b|github)).+$/i,
      'a label for clients, not a path',
    ),
    publisher: text,
    reference: text,
    licence: text,
    asOf: isoDate.nullable(),
    asOfNote: textOrUnknown,
    caveat: textOrUnknown,
  }),
);
