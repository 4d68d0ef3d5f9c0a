import { AppError } from '#lib/errors.ts';
import type { Catalogue } from '../catalogue.ts';
import type { IsoDate } from '../provenance.ts';
import { azureItem, whyLeftOut } from './azure-item.ts';
import { azurePrices } from './azure-prices.ts';
import type { LeftOut, PriceEntry, Refusal } from './overlay.ts';
import { entryJudge } from './use-of-entry.ts';

/**
 * The prices of Linux machines among the items of Azure's retail price list, the items that are refused by number and reason,
 * and how many were left out because they are something else or a machine of unknown shape. Of two ways to commit, the
 * reservation stands; of two unlike prices for one purchase, none does.
 */
export function readAzureRetail(
  items: readonly unknown[],
  catalogue: Catalogue,
  day: IsoDate,
): { entries: PriceEntry[]; refused: Refusal[]; leftOut: LeftOut[] } {
  const whyNoUse = entryJudge(catalogue);
  const refused: Refusal[] = [];
  const leftOut = new Map<string, number>();
  const found: PriceEntry[] = [];
  for (const [index, given] of items.entries()) {
    const line = index + 1;
    const parsed = azureItem.safeParse(given);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      refused.push({ line, reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is no item'}` });
      continue;
    }
    const item = parsed.data;
    const because = whyLeftOut(item, day);
    if (because !== undefined) {
      leftOut.set(because, (leftOut.get(because) ?? 0) + 1);
      continue;
    }
    try {
      const scope = { line, cloud: 'azure', sku: item.armSkuName, region: item.armRegionName } as const;
      const validFrom = item.effectiveStartDate?.slice(0, 10) ?? day;
      const entries = azurePrices(item).map((price): PriceEntry => ({ ...scope, validFrom, ...price }));
      const [first] = entries;
      const useless = first === undefined ? otherTerm : countable(whyNoUse(first));
      if (useless === undefined) found.push(...entries);
      else leftOut.set(useless, (leftOut.get(useless) ?? 0) + 1);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'invalid-input') throw error;
      refused.push({ line, reason: error.message });
    }
  }
  const judged = judgeTogether(found);
  return {
    entries: judged.entries,
    refused: [...refused, ...judged.refused].toSorted((a, b) => a.line - b.line),
    leftOut: [...leftOut].map(([because, rows]) => ({ because, rows })),
  };
}

const otherTerm = 'a reservation for another time than one or three years';

/** The reason without the names in it, so that it can be counted. */
function countable(reason: string | undefined): string | undefined {
  if (reason === undefined) return undefined;
  return reason.includes('no region')
    ? 'in a region that the catalogue does not know'
    : 'a machine of which the catalogue does not know the shape';
}

/** One entry for each purchase of each machine: what only shows when items are seen beside each other. */
function judgeTogether(found: readonly PriceEntry[]): { entries: PriceEntry[]; refused: Refusal[] } {
  const entries: PriceEntry[] = [];
  const refused: Refusal[] = [];
  for (const ofMachine of Map.groupBy(found, ({ sku, region }) => `${sku} ${region}`).values()) {
    const kept: PriceEntry[] = [];
    for (const ofPurchase of Map.groupBy(ofMachine, ({ kind }) => kind).values()) {
      const reserved = ofPurchase.filter(({ commitment }) => commitment === 'reservation');
      const [first, ...others] = reserved.length > 0 ? reserved : ofPurchase;
      if (first === undefined) continue;
      const unlike = others.filter(({ usdPerHour }) => usdPerHour !== first.usdPerHour);
      if (unlike.length === 0) kept.push(first);
      else refused.push(...[first, ...unlike].map((entry) => contradiction(entry, [first, ...unlike])));
    }
    const onDemand = kept.find(({ kind }) => kind === 'ondemand')?.usdPerHour;
    for (const entry of kept) {
      const reason = againstOnDemand(entry, onDemand);
      if (reason === undefined) entries.push(entry);
      else
        refused.push({
          line: entry.line,
          reason: `${entry.kind} of ${entry.sku} in ${entry.region} ${reason}`,
        });
    }
  }
  return { entries, refused };
}

/** The deepest reservation of Azure saves 72 %: one below a tenth has been divided by its hours twice. */
const leastShareReserved = 0.1;

function againstOnDemand({ usdPerHour, commitment }: PriceEntry, onDemand: number | undefined) {
  if (onDemand === undefined) return undefined;
  const prices = `at USD ${usdPerHour} an hour, where on demand costs ${onDemand}`;
  if (usdPerHour > onDemand) return `is dearer than on demand: ${prices}`;
  if (commitment === 'reservation' && usdPerHour < onDemand * leastShareReserved)
    return `is hardly that of the whole term: ${prices}`;
  return undefined;
}

function contradiction({ line, sku, region, kind }: PriceEntry, unlike: readonly PriceEntry[]): Refusal {
  const prices = unlike.map((entry) => `USD ${entry.usdPerHour} in item ${entry.line}`).join(', ');
  return { line, reason: `${kind} of ${sku} in ${region} has several prices: ${prices}` };
}
