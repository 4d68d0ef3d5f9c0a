import { z } from 'zod';
import { AppError } from '#lib/errors.ts';

/** The fitted utilisation as it is stored. */
export type FittedTraining = z.infer<typeof stored>;

/** The content of the coefficients' file. Throws `internal` naming what is wrong. */
export function readFittedTraining(content: unknown): FittedTraining {
  const result = stored.safeParse(content);
  if (result.success) return result.data;
  throw new AppError('internal', `fitted-training.json: ${z.prettifyError(result.error)}`, {
    cause: result.error,
  });
}

const stored = z.strictObject({
  /** SHA-256 over the rows that the fit read. */
  evidence: z.string().regex(/^[0-9a-f]{64}$/),
  runs: z.number().int().positive(),
  /** Day or month of the newest run that was learned from. */
  asOf: z.string().regex(/^\d{4}-\d{2}(?:-\d{2})?$/),
  utilisation: z.strictObject({
    /** Logarithm of the utilisation at 50 billion parameters, over all generations. */
    base: z.number(),
    /** Change of the logarithm per e-fold of parameters. */
    size: z.number(),
    /** Deviation of the logarithm per generation of accelerators. */
    generations: z.record(z.string(), z.number()),
  }),
  /** Quantiles of log (published / predicted hours) of runs left out. */
  band: z.strictObject({ low: z.number().negative(), high: z.number().positive() }),
  parameters: z.strictObject({ least: z.number().positive(), most: z.number().positive() }),
  /** Emissions that model cards publish per kWh of the data sheet's power. */
  kilogramsCo2ePerKwh: z.number().positive(),
});
