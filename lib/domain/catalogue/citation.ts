import { AppError } from '#lib/errors.ts';
import type { Catalogue } from './catalogue.ts';
import type { Provenance, Source } from './provenance.ts';

/** The source of a row. Throws `internal` for a row of another catalogue. */
export function sourceOf(catalogue: Catalogue, row: Provenance): Source {
  const source = catalogue.index.sources.get(row.source);
  if (source === undefined) throw new AppError('internal', `the catalogue has no source ${row.source}`);
  return source;
}

/**
 * What a client reads beside a figure: label, region if the row has one, and the date or why there is none, such as
 * `AWS list price, us-east-1, 2026-07-20`. Never a repository path.
 */
export function citation(catalogue: Catalogue, row: Provenance & { readonly region?: string }): string {
  const source = sourceOf(catalogue, row);
  const when = row.asOf ?? source.asOfNote ?? 'date unknown';
  return [source.label, row.region, when].filter((part) => part !== undefined).join(', ');
}
