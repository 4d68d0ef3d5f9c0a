import { readFile, writeFile } from 'node:fs/promises';
import { catalogueDirectory } from '#lib/data/catalogue/read-catalogue.ts';
import { changesBetween } from './changes.ts';

/** Writes a fit into the catalogue and prints what changes against the stored one. */
export async function storeFit(file: string, fit: object): Promise<void> {
  const place = new URL(file, catalogueDirectory());
  const text = `${JSON.stringify(fit, null, 2)}\n`;
  const stored = await readStored(place);
  if (stored === text) {
    process.stdout.write(`${file}: unchanged\n`);
    return;
  }
  await writeFile(place, text);
  const before: unknown = stored === undefined ? {} : JSON.parse(stored);
  process.stdout.write(`${file}: ${stored === undefined ? 'new' : 'changed'}\n`);
  for (const line of changesBetween(before, JSON.parse(text))) process.stdout.write(`  ${line}\n`);
}

async function readStored(place: URL): Promise<string | undefined> {
  try {
    return await readFile(place, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
