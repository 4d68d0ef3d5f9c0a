import { z } from 'zod';
import { AppError } from '#lib/errors.ts';
import { readTextFile } from './read-file.ts';

/** The list of all virtual machines has about 130,000 items, some 100 MB. */
const maxBytes = 256_000_000;

/** The items of a price list; `more` when its last page names a next one. */
export type AzureFile = { items: readonly unknown[]; hash: string; more: boolean };

/**
 * Reads what the Azure Retail Prices API answers: a page, or a list of pages. Throws `invalid-input` for what is neither, for
 * prices in another currency than USD, and for more than 256 MB.
 */
export async function readAzureFile(file: string): Promise<AzureFile> {
  const { text, hash } = await readTextFile(file, maxBytes);
  return { ...parseAzurePages(text), hash };
}

/** As `readAzureFile`, from the text of the file. */
export function parseAzurePages(text: string): Omit<AzureFile, 'hash'> {
  const parsed = answer.safeParse(parseJson(text));
  if (!parsed.success)
    throw new AppError(
      'invalid-input',
      'The file is not an answer of the Azure Retail Prices API: it has no Items.',
    );
  const pages = Array.isArray(parsed.data) ? parsed.data : [parsed.data];
  const foreign = pages.find(({ BillingCurrency }) => (BillingCurrency ?? 'USD') !== 'USD')?.BillingCurrency;
  if (foreign !== undefined && foreign !== null)
    throw new AppError('invalid-input', `The list is in ${foreign.slice(0, 10)}: ask for it in USD.`);
  return {
    items: pages.flatMap(({ Items }) => Items),
    more: (pages.at(-1)?.NextPageLink ?? '') !== '',
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new AppError('invalid-input', `The file is not JSON: ${cause.message.slice(0, 200)}`, { cause });
  }
}

const page = z.object({
  Items: z.array(z.unknown()),
  BillingCurrency: z.string().nullish(),
  NextPageLink: z.string().nullish(),
});
const answer = z.union([page, z.array(page)]);
