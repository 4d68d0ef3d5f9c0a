import { z } from 'zod';
import { AppError } from '#lib/errors.ts';
import { coefficientNames } from './coefficient-names.ts';

/** The fitted model as it is stored: coefficients, bands, what was measured, and the data it was fitted on. */
export type FittedServing = z.infer<typeof stored>;

/** The content of the coefficients' file. Throws `internal` naming what is wrong. */
export function readFittedServing(content: unknown): FittedServing {
  const result = stored.safeParse(content);
  if (result.success) return result.data;
  throw new AppError('internal', `fitted-serving.json: ${z.prettifyError(result.error)}`, {
    cause: result.error,
  });
}

const range = z.strictObject({ least: z.number().positive(), most: z.number().positive() });
const band = z.strictObject({
  spread: z.strictObject({
    base: z.number(),
    load: z.number(),
    interference: z.number(),
    full: z.number(),
  }),
  low: z.number().negative(),
  high: z.number().positive(),
});

const stored = z.strictObject({
  /** SHA-256 over the rows that the fit read. */
  evidence: z.string().regex(/^[0-9a-f]{64}$/),
  rows: z.number().int().positive(),
  /** Day of the newest measurement among those rows. */
  asOf: z.string().regex(/^\d{4}-\d{2}(?:-\d{2})?$/),
  coefficients: z.record(z.enum(coefficientNames), z.number().positive()),
  bands: z.strictObject({
    onePool: z.strictObject({ timePerOutputToken: band, timeToFirstToken: band }),
    separatePools: z.strictObject({ timePerOutputToken: band, timeToFirstToken: band }),
  }),
  measured: z.strictObject({
    architectures: z.array(z.string()).min(1),
    inputTokens: range,
    outputTokens: range,
    concurrency: range,
    activeParameters: range,
  }),
});
