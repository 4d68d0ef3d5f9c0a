import type { Source } from '#lib/domain/catalogue/provenance.ts';
import { AppError } from '#lib/errors.ts';

/** The source of prices out of Azure's retail price list of a day. */
export function azureSource(fileHash: string, day: string): Source {
  return {
    id: 'azure-retail-price',
    label: 'Azure list price',
    publisher: 'Microsoft',
    reference: `Azure Retail Prices API, file with SHA-256 ${fileHash}`,
    licence: 'public price list',
    asOf: day,
    asOfNote: null,
    caveat:
      'Linux, USD. A price for one or three years is a reservation spread over its hours, or a savings plan where none is listed. Not filtered by availability.',
  };
}

/** The source of a client's own prices. Throws `invalid-input` for a name that a report could not print. */
export function rateCardSource(fileHash: string, name = "the client's rate card"): Source {
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ,'’()&+/-]{0,79}$/u.test(name))
    throw new AppError(
      'invalid-input',
      '--name takes up to 80 letters, digits, spaces and plain punctuation.',
    );
  return {
    id: `rate-card-${fileHash.slice(0, 12)}`,
    label: name,
    publisher: 'the client',
    reference: `file with SHA-256 ${fileHash}`,
    licence: 'confidential to the client',
    asOf: null,
    asOfNote: 'from the day that the rate card says',
    caveat: 'Prices that the rate card does not name are list prices.',
  };
}
