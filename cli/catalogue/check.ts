import { pathToFileURL } from 'node:url';
import { catalogueDirectory, readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { type Evidence, readEvidence } from '#lib/data/catalogue/read-evidence.ts';
import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import { offHistory } from '#lib/domain/catalogue/price-history.ts';
import { purchaseKinds } from '#lib/domain/catalogue/prices.ts';
import { selectablePrice } from '#lib/domain/catalogue/selectable-price.ts';
import { limitOf, readCall } from './read-call.ts';
import { someOf } from './some-of.ts';

/**
 * Reads a catalogue as the product does, which refuses a wrong cell, a double key and a row without a source, and tells what its
 * guards find: rows set aside, prices that cannot be selected, prices far off their history. Code 1 when a price is off.
 */
export async function check(args: readonly string[]): Promise<{ text: string; code: 0 | 1 }> {
  const { values } = readCall(args, { dir: { type: 'string' }, limit: { type: 'string' } });
  const directory = values.dir === undefined ? catalogueDirectory() : pathToFileURL(`${values.dir}/`);
  const [catalogue, evidence] = await Promise.all([readCatalogue(directory), readEvidence(directory)]);
  return findings(catalogue, evidence, limitOf(values.limit, 400));
}

/** As `check`, of a catalogue that has been read. */
export function findings(
  catalogue: Catalogue,
  { measurements, trainingRuns, priceHistory }: Evidence,
  limit: number,
): { text: string; code: 0 | 1 } {
  const off = offHistory(catalogue.compute, priceHistory);
  const { quarantined, compute } = catalogue;
  const byReason = Map.groupBy(quarantined, ({ reasons }) => reasons.map(withoutNumbers).join('; '));
  const text = [
    `Catalogue ${catalogue.version}`,
    `${count(compute.length, 'machine price')}, ${count(catalogue.regional.length, 'AWS regional price')}, ${count(catalogue.gpuClouds.length, 'price')} of smaller clouds, ${count(measurements.length, 'measurement')}, ${count(trainingRuns.length, 'training run')}, ${count(priceHistory.length, 'dated price')}`,
    ...unpricedLines(catalogue),
    '',
    `Set aside because they contradict other rows: ${quarantined.length}`,
    ...[...byReason].map(([reason, rows]) => `  ${rows.length} x ${reason}`),
    ...someOf(
      quarantined.map(({ row, reasons }) => `  ${row.id}: ${reasons.join('; ')}`),
      limit,
    ),
    '',
    `Far off their own history: ${off.length}`,
    ...off.map(
      ({ row, kind, usdPerHour, previous, ratio }) =>
        `  ${row.id} ${kind}: USD ${usdPerHour} is ${ratio.toFixed(2)} times the ${previous.usdPerHour} of ${previous.asOf}`,
    ),
  ].join('\n');
  return { text, code: off.length === 0 ? 0 : 1 };
}

function unpricedLines({ compute }: Catalogue): string[] {
  return purchaseKinds.map((kind) => {
    const unpriced = Map.groupBy(
      compute.filter((row) => selectablePrice(row, kind) === undefined),
      ({ cloud }) => cloud,
    );
    const clouds = [...unpriced].map(([cloud, rows]) => `${cloud} ${rows.length.toLocaleString('en')}`);
    return `Without a price ${kind}: ${clouds.length === 0 ? 'none' : clouds.join(', ')}`;
  });
}

function withoutNumbers(reason: string): string {
  return reason.replaceAll(/\d+(?:\.\d+)?/g, '#');
}

function count(rows: number, what: string): string {
  return `${rows.toLocaleString('en')} ${what}${rows === 1 ? '' : 's'}`;
}
