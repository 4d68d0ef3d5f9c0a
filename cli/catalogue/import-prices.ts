import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { readAzureRetail } from '#lib/domain/catalogue/import/azure-retail.ts';
import {
  type LeftOut,
  type OverlayEntry,
  overlayOf,
  type Refusal,
} from '#lib/domain/catalogue/import/overlay.ts';
import { readRateCard } from '#lib/domain/catalogue/import/rate-card.ts';
import type { Source } from '#lib/domain/catalogue/provenance.ts';
import { AppError } from '#lib/errors.ts';
import { azureSource, rateCardSource } from './import-sources.ts';
import { readAzureFile } from './read-azure-file.ts';
import { dayOf, readCall } from './read-call.ts';
import { readRateCardFile } from './read-rate-card-file.ts';
import { someOf } from './some-of.ts';
import { writeOverlay } from './write-overlay.ts';

type Imported = {
  source: Source;
  entries: readonly OverlayEntry[];
  refused: readonly Refusal[];
  leftOut: readonly LeftOut[];
  notes: readonly string[];
};

/**
 * Reads a price list of Azure or a client's rate card and writes it as an overlay. When a row is refused, nothing is written,
 * unless `--leave-refused` says that the rest is wanted without it.
 */
export async function importPrices(args: readonly string[]): Promise<{ text: string; code: 0 | 1 }> {
  const { values, positionals } = readCall(args, {
    azure: { type: 'string' },
    'rate-card': { type: 'string' },
    out: { type: 'string' },
    name: { type: 'string' },
    'as-of': { type: 'string' },
    'leave-refused': { type: 'boolean' },
  });
  const { azure, 'rate-card': rateCard, out } = values;
  if (out === undefined || (azure === undefined) === (rateCard === undefined) || positionals.length > 0)
    throw new AppError(
      'invalid-input',
      'import needs --azure <file> or --rate-card <file>, and --out <directory>.',
    );
  const imported =
    azure === undefined
      ? await fromRateCard(rateCard ?? '', values.name)
      : await fromAzure(azure, dayOf('as-of', values['as-of']));
  return report(imported, out, values['leave-refused'] ?? false);
}

async function fromAzure(file: string, day: string): Promise<Imported> {
  const [{ items, hash, more }, catalogue] = await Promise.all([readAzureFile(file), readCatalogue()]);
  const notes = more ? ['The file says that the list goes on: it is one page of several.'] : [];
  return { source: azureSource(hash, day), notes, ...readAzureRetail(items, catalogue, day) };
}

async function fromRateCard(file: string, name: string | undefined): Promise<Imported> {
  const [{ header, records, hash }, catalogue] = await Promise.all([readRateCardFile(file), readCatalogue()]);
  return {
    source: rateCardSource(hash, name),
    leftOut: [],
    notes: [],
    ...readRateCard(header, records, catalogue),
  };
}

async function report(
  { source, entries, refused, leftOut, notes }: Imported,
  out: string,
  leaveRefused: boolean,
): Promise<{ text: string; code: 0 | 1 }> {
  const discounts = entries.filter((entry) => 'discountPercent' in entry).length;
  const found = [
    `Prices: ${entries.length - discounts}. Discounts: ${discounts}. Refused: ${refused.length}.`,
    ...leftOut.map(({ because, rows }) => `Left out: ${rows} ${because}`),
    ...notes,
    ...someOf(
      refused.map(({ line, reason }) => `Row ${line} is refused: ${reason}`),
      200,
    ),
  ];
  if (entries.length === 0)
    return { text: [...found, 'Nothing was written: no row is of use.'].join('\n'), code: 1 };
  if (refused.length > 0 && !leaveRefused)
    return {
      text: [...found, 'Nothing was written. Correct the rows, or leave them out with --leave-refused.'].join(
        '\n',
      ),
      code: 1,
    };
  const overlay = overlayOf(source, entries);
  const file = await writeOverlay(overlay, out);
  return { text: [...found, `Written to ${file}, version ${overlay.version}`].join('\n'), code: 0 };
}
