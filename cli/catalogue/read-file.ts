import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { AppError } from '#lib/errors.ts';

/**
 * The text of a UTF-8 file and the SHA-256 of its bytes. Throws `invalid-input` when it cannot be read, is larger than
 * `maxBytes`, is a spreadsheet or an archive, or is in another encoding.
 */
export async function readTextFile(file: string, maxBytes: number): Promise<{ text: string; hash: string }> {
  const bytes = await readBytes(file, maxBytes);
  if (bytes.subarray(0, 2).toString('latin1') === 'PK')
    throw refused(`${file} is a spreadsheet or an archive: save it as text.`);
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || bytes.includes(0))
    throw refused(`${file} is UTF-16 or binary: save it as UTF-8.`);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, hash: createHash('sha256').update(bytes).digest('hex') };
  } catch (cause) {
    if (cause instanceof TypeError) throw refused(`${file} is not UTF-8: save it as UTF-8.`, cause);
    throw cause;
  }
}

async function readBytes(file: string, maxBytes: number): Promise<Buffer> {
  try {
    const { size } = await stat(file);
    if (size <= maxBytes) return await readFile(file);
  } catch (cause) {
    throw refused(`${file} cannot be read.`, cause);
  }
  throw refused(`${file} is larger than ${(maxBytes / 1e6).toLocaleString('en')} MB.`);
}

function refused(message: string, cause?: unknown): AppError {
  return new AppError('invalid-input', message, { cause });
}
