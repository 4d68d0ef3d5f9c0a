import { createHash } from 'node:crypto';
import type { Catalogue, CatalogueRow } from '../catalogue.ts';
import { sourceOf } from '../citation.ts';
import type { IsoDate, RowId, Source, SourceId } from '../provenance.ts';
import { entriesInForce } from './entry-in-force.ts';
import { overlaidMachine } from './overlaid-machine.ts';
import { overlaidRegional } from './overlaid-regional.ts';
import type { Overlay } from './overlay.ts';
import { unlistedMachines } from './unlisted-machines.ts';

/**
 * The catalogue with the prices of an overlay over its own, as they are in force on a day. A row that the overlay moves gets
 * a source of its own, which names the list and the overlay; all other rows stay as they are. The moved rows are not
 * judged against the list again: a client's price may well stand alone among its neighbours. The version changes with the
 * catalogue, the overlay and the entries in force.
 */
export function applyOverlay(catalogue: Catalogue, overlay: Overlay, date: IsoDate): Catalogue {
  const entries = entriesInForce(overlay, date);
  const sources = new Map(catalogue.index.sources);
  const cite = (list: SourceId, whole: boolean): Source => {
    const source = whole
      ? overlay.source
      : listWithOverlay(sourceOf(catalogue, { source: list, asOf: null }), overlay);
    sources.set(source.id, source);
    return source;
  };
  const unlisted = unlistedMachines(catalogue, overlay, entries);
  const compute = [...catalogue.compute, ...unlisted].map((row) => overlaidMachine(row, entries, cite));
  const regional = catalogue.regional.map((row) => overlaidRegional(row, entries, cite));
  const rows = new Map<RowId, CatalogueRow>(catalogue.index.rows);
  for (const row of [...compute, ...regional]) rows.set(row.id, row);
  const supplied = new Set<RowId>(unlisted.map(({ id }) => id));
  return {
    ...catalogue,
    version: versionWith(catalogue, overlay, date),
    sources: [...sources.values()],
    compute,
    regional,
    quarantined: catalogue.quarantined.filter(({ row }) => !supplied.has(row.id)),
    index: {
      ...catalogue.index,
      sources,
      rows,
      computeByRegion: Map.groupBy(compute, ({ cloud, region }) => `${cloud}/${region}`),
    },
  };
}

/** What a client reads beside a row of which the overlay moved a part, or moved by a share. */
function listWithOverlay(list: Source, { source }: Overlay): Source {
  return {
    ...list,
    id: `${list.id}+${source.id}`,
    label: `${list.label} with ${source.label}`,
    reference: `${list.reference}; ${source.reference}`,
    licence: `${list.licence}; ${source.licence}`,
    caveat: [list.caveat, source.caveat].filter((caveat) => caveat !== null).join(' ') || null,
  };
}

function versionWith(catalogue: Catalogue, overlay: Overlay, date: IsoDate): string {
  const begun = overlay.entries.flatMap(({ validFrom }) => (validFrom <= date ? [validFrom] : []));
  const latest = begun.toSorted().at(-1) ?? 'none';
  return createHash('sha256').update(`${catalogue.version} ${overlay.version} ${latest}`).digest('hex');
}
