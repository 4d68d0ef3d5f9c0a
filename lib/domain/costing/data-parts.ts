import type { Cloud } from '../catalogue/prices.ts';
import { storageNetworkPrices } from '../catalogue/storage-network-lookup.ts';
import type { StorageNetworkPrice, StorageNetworkService } from '../catalogue/storage-network-price.ts';
import type { Figure } from '../figure/figure.ts';
import { assumed } from '../figure/leaves/assumed.ts';
import { listed } from '../figure/leaves/catalogued.ts';
import type { Engine } from '../figure/leaves/engine.ts';
import type { NeedContext, OptionDraft, PartDraft } from '../options/draft.ts';
import type { Missing } from '../options/option.ts';

export type PricedParts = { parts: PartDraft[]; missing: Missing[] };

/**
 * Storage and traffic out of the cloud for a design in a cloud: priced where there is a row of that region, else named as
 * missing. Traffic is priced at the first volume tier, which is the dearest. Own machines have no traffic that a cloud bills.
 */
export function dataParts(context: NeedContext, draft: OptionDraft): PricedParts {
  const storage = storagePart(context, draft);
  if (draft.design.provider === 'own') return storage;
  const egress = egressPart(context, draft);
  return { parts: [...storage.parts, ...egress.parts], missing: [...storage.missing, ...egress.missing] };
}

type DataPrice = { service: StorageNetworkService; item: Readonly<Record<Cloud, string>>; tier: RegExp };

const storagePrice: DataPrice = {
  service: 'object_storage',
  item: { aws: 's3 standard', azure: 'blob Standard.LRS.Hot', gcp: 'standard' },
  tier: /first/,
};
const egressPrice: DataPrice = {
  service: 'egress_internet',
  item: { aws: 'to_internet', azure: 'to_internet', gcp: 'to_worldwide_excl_china_australia' },
  tier: /first|^0-/,
};

function storagePart({ engine, workload }: NeedContext, draft: OptionDraft): PricedParts {
  const path = `workloads.${workload.id}.dataStored`;
  const stored = engine.ledger.get(`answer.${path}`);
  if (stored === undefined) return lacking('Storage', 'How much data must be kept is not said.', path);
  return pricePart(engine, draft, storagePrice, 'storage', 'Storage', stored);
}

function egressPart({ engine, workload }: NeedContext, draft: OptionDraft): PricedParts {
  const path = `workloads.${workload.id}.egressPerMonth`;
  const leaving = engine.ledger.get(`answer.${path}`) ?? trafficOfAnswers(engine, workload.id);
  if (leaving === undefined)
    return lacking('Traffic out of the cloud', 'How much data leaves the cloud is not said.', path);
  return pricePart(engine, draft, egressPrice, 'egress', 'Traffic out of the cloud', leaving);
}

/** What the answers of a language model weigh on the wire; undefined when the number of tokens is unknown. */
function trafficOfAnswers(engine: Engine, workload: string): Figure | undefined {
  const tokens = engine.ledger.get(`load.${workload}.output-tokens-per-month`);
  if (tokens === undefined) return undefined;
  const id = `load.${workload}.traffic-out`;
  return (
    engine.ledger.get(id) ??
    engine.ledger.compute(
      { id, label: 'Traffic of the answers per month', unit: 'gb-per-month' },
      'gb-of-tokens',
      {
        tokens,
        bytesPerToken: assumed(engine, 'egress.tokens-bytes'),
      },
    )
  );
}

function pricePart(
  engine: Engine,
  draft: OptionDraft,
  price: DataPrice,
  key: string,
  what: string,
  gigabytes: Figure,
): PricedParts {
  const { cloud } = draft;
  const { region, provider } = draft.design;
  if (provider === 'own')
    return lacking(what, "What the client's own storage costs is not in the catalogue.");
  if (cloud === undefined || region === undefined)
    return lacking(
      what,
      'The price depends on the cloud around this service, which is open.',
      'answers.preferredCloud',
    );
  const row = storageNetworkPrices(engine.catalogue, cloud, region, price.service).find(
    ({ item, tier }) => item === price.item[cloud] && (tier === null || price.tier.test(tier)),
  );
  if (row === undefined) return lacking(what, `The catalogue has no such price of this cloud in ${region}.`);
  const monthly = engine.ledger.compute(
    { id: `cost.${draft.id}.${key}.monthly`, label: what, unit: 'usd-per-month' },
    'product',
    { amount: inUnitOf(engine, row, gigabytes), factor: listed(engine, row, columnOf(row)) },
  );
  return { parts: [{ key, label: what, monthly }], missing: [] };
}

/** Google counts GiB where the others count GB. */
function inUnitOf(engine: Engine, row: StorageNetworkPrice, gigabytes: Figure): Figure {
  if (!row.unit.startsWith('usd_per_gib')) return gigabytes;
  const id = `${gigabytes.id}.gib`;
  return (
    engine.ledger.get(id) ??
    engine.ledger.compute({ id, label: `${gigabytes.label}, in GiB`, unit: 'gib' }, 'gib-from-gb', {
      gigabytes,
    })
  );
}

function columnOf(row: StorageNetworkPrice) {
  const units = {
    usd_per_gb_month: 'usd-per-gb-month',
    usd_per_gib_month: 'usd-per-gib-month',
    usd_per_gb: 'usd-per-gb',
    usd_per_gib: 'usd-per-gib',
  } as const;
  const unit = Object.entries(units).find(([of]) => of === row.unit)?.[1] ?? 'usd-per-gb';
  return { column: 'usd', label: `${row.item}, ${row.region}`, unit, value: row.usd };
}

function lacking(what: string, because: string, settledBy?: string): PricedParts {
  return { parts: [], missing: [{ what, because, settledBy }] };
}
