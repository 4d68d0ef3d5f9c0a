import { z } from 'zod';
import type { Assumption, AssumptionId } from '#lib/domain/catalogue/assumption.ts';
import { assumptionIds } from '#lib/domain/catalogue/assumption.ts';
import type { FigureUnit } from '#lib/domain/figure/unit.ts';
import { figureUnits } from '#lib/domain/figure/unit.ts';
import { AppError } from '#lib/errors.ts';
import { checked, readJson } from './read-table.ts';
import { isoDate, text, textOrUnknown } from './table.ts';

/** The assumption table. Throws `internal` when a band does not hold its value, or an id is missing, twice or unknown. */
export async function readAssumptions(directory: URL): Promise<Assumption[]> {
  return parseAssumptions(await readJson(directory, 'assumptions.json'));
}

/** As `readAssumptions`, from the content of the file. */
export function parseAssumptions(content: unknown): Assumption[] {
  const assumptions = checked(storedAssumptions, content, 'assumptions.json');
  const rows = Map.groupBy(assumptions, (assumption): AssumptionId => assumption.id);
  for (const id of assumptionIds) {
    const count = rows.get(id)?.length ?? 0;
    if (count !== 1)
      throw new AppError('internal', `assumptions.json: ${count} rows of ${id} instead of one`);
  }
  return assumptions;
}

const storedAssumptions = z.array(
  z
    .strictObject({
      id: z.enum(assumptionIds),
      label: text,
      value: z.number(),
      p10: z.number(),
      p90: z.number(),
      unit: z.custom<FigureUnit>(
        (unit) => typeof unit === 'string' && Object.hasOwn(figureUnits, unit),
        'no such unit',
      ),
      source: text,
      asOf: isoDate,
      moves: text,
      note: textOrUnknown,
    })
    .refine((row) => row.p10 <= row.value && row.value <= row.p90, 'the value lies outside its band'),
);
