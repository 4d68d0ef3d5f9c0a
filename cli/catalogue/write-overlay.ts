import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Overlay } from '#lib/domain/catalogue/import/overlay.ts';
import { AppError } from '#lib/errors.ts';

/**
 * Writes an overlay to `price-overlay-<version>.json` in a directory and returns the path. It is there as a whole or not at all:
 * it is written beside and renamed.
 */
export async function writeOverlay(overlay: Overlay, directory: string): Promise<string> {
  const file = path.join(directory, `price-overlay-${overlay.version.slice(0, 12)}.json`);
  const beside = `${file}.${randomUUID()}`;
  try {
    await mkdir(directory, { recursive: true });
    await writeFile(beside, textOf(overlay), { flag: 'wx' });
    await rename(beside, file);
  } catch (cause) {
    await rm(beside, { force: true });
    throw new AppError('invalid-input', `${directory} cannot be written to.`, { cause });
  }
  return file;
}

/** An entry a line, so that two versions can be compared by eye. */
function textOf({ format, version, source, entries }: Overlay): string {
  const head = JSON.stringify({ format, version, source }).slice(0, -1);
  return `${head},"entries":[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]}\n`;
}
