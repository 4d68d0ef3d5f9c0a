import { indexAccelerators } from './accelerator-lookup.ts';
import { hashCatalogue } from './catalogue-version.ts';
import type { Catalogue, CatalogueRow, CatalogueTables, QuarantinedRow } from './catalogue.ts';
import { indexModels } from './model-lookup.ts';
import type { ComputePrice, GpuCloudPrice, RegionalPrice } from './prices.ts';
import type { RowId } from './provenance.ts';
import { doubtCompute } from './quarantine-compute.ts';
import { contradictsAccelerator, priceContradictions } from './quarantine-reasons.ts';
import { doubtRegional } from './quarantine-regional.ts';

/** The catalogue of these tables: versioned, contradicting price rows set aside with their reasons, indexed. */
export function buildCatalogue(tables: CatalogueTables): Catalogue {
  const acceleratorsByName = indexAccelerators(tables.accelerators);
  const computeDoubts = doubtCompute(tables.compute, acceleratorsByName);
  const usEast1 = new Map(
    tables.compute
      .filter((row) => row.cloud === 'aws' && row.region === 'us-east-1' && !computeDoubts.has(row.id))
      .map((row) => [row.sku, row]),
  );
  const quarantined: QuarantinedRow[] = [];
  const sound = <Row extends ComputePrice | GpuCloudPrice | RegionalPrice>(
    rows: readonly Row[],
    doubt: (row: Row) => readonly string[],
  ): Row[] =>
    rows.filter((row) => {
      const reasons = doubt(row);
      if (reasons.length > 0) quarantined.push({ row, reasons });
      return reasons.length === 0;
    });
  const compute = sound(tables.compute, (row) => computeDoubts.get(row.id) ?? []);
  const regional = sound(tables.regional, (row) => doubtRegional(row, usEast1.get(row.sku)));
  const gpuClouds = sound(tables.gpuClouds, (row) => {
    const shape = contradictsAccelerator({ ...row, gpuMemoryGibEach: null }, acceleratorsByName);
    return [...priceContradictions(row), ...(shape === undefined ? [] : [shape])];
  });
  const judged: CatalogueTables = { ...tables, compute, regional, gpuClouds };
  return {
    ...judged,
    version: hashCatalogue(tables),
    quarantined,
    index: {
      sources: new Map(judged.sources.map((source) => [source.id, source])),
      assumptions: new Map(judged.assumptions.map((assumption) => [assumption.id, assumption])),
      frameworks: new Map(judged.frameworks.map((framework) => [framework.id, framework])),
      rows: indexRows(judged),
      computeByRegion: Map.groupBy(compute, placeOf),
      storageNetworkByRegion: Map.groupBy(judged.storageNetwork, placeOf),
      acceleratorsByName,
      modelsByName: indexModels(judged.models),
      controlsByFramework: Map.groupBy(judged.controls, (control) => control.framework),
    },
  };
}

function placeOf(row: { readonly cloud: string; readonly region: string }): string {
  return `${row.cloud}/${row.region}`;
}

function indexRows(tables: CatalogueTables): Map<RowId, CatalogueRow> {
  const rows = new Map<RowId, CatalogueRow>();
  for (const table of [
    tables.compute,
    tables.storageNetwork,
    tables.regional,
    tables.gpuClouds,
    tables.spotAdvice,
    tables.tpus,
    tables.accelerators,
    tables.models,
    tables.tokenPrices,
    tables.carbon,
    tables.regions,
    tables.controls,
    tables.crosswalk,
  ]) {
    for (const row of table) rows.set(row.id, row);
  }
  return rows;
}
