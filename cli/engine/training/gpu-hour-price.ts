import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import { citation } from '#lib/domain/catalogue/citation.ts';
import { selectablePrice } from '#lib/domain/catalogue/selectable-price.ts';

/**
 * The lowest list price on demand of an hour of this accelerator at AWS, Azure or Google Cloud, USD, and where it is listed;
 * undefined when no machine with whole accelerators of it has a price.
 */
export function gpuHourPrice(
  catalogue: Catalogue,
  model: string,
): { usd: number; source: string } | undefined {
  const priced = catalogue.compute.flatMap((row) => {
    const usd = selectablePrice(row, 'ondemand');
    const { gpuModel, gpuCount } = row;
    return gpuModel === model && gpuCount !== null && gpuCount >= 1 && usd !== undefined
      ? [{ usd: usd / gpuCount, row }]
      : [];
  });
  const [lowest] = priced.toSorted((a, b) => a.usd - b.usd || (a.row.id < b.row.id ? -1 : 1));
  return (
    lowest && { usd: lowest.usd, source: `${lowest.row.sku} on demand, ${citation(catalogue, lowest.row)}` }
  );
}
