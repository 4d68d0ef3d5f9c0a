import { z } from 'zod';
import { AppError } from '#lib/errors.ts';
import { clouds, purchaseKinds } from '../prices.ts';
import { every, type Overlay, overlayFormat, overlayOf } from './overlay.ts';

/**
 * The overlay that a stored JSON value holds. Throws `invalid-input` when it is none, and when its prices are not those that its
 * version was given for: somebody has changed the file by hand.
 */
export function parseOverlay(json: unknown): Overlay {
  const parsed = storedOverlay.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') ?? '';
    throw new AppError('invalid-input', `The overlay is not valid: ${where} ${issue?.message ?? ''}`, {
      cause: parsed.error,
    });
  }
  const overlay = overlayOf(parsed.data.source, parsed.data.entries);
  if (overlay.version !== parsed.data.version)
    throw new AppError('invalid-input', 'The overlay was changed after it was imported: import it again.');
  return overlay;
}

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const name = z.string().min(1);

const scope = {
  line: z.number().int().positive(),
  cloud: z.enum(clouds),
  sku: name,
  region: name,
  kind: z.enum([...purchaseKinds, every]),
  validFrom: day,
};

const storedOverlay = z.strictObject({
  format: z.literal(overlayFormat),
  version: z.string(),
  source: z.strictObject({
    id: name,
    label: name,
    publisher: name,
    reference: name,
    licence: name,
    asOf: day.nullable(),
    asOfNote: name.nullable(),
    caveat: name.nullable(),
  }),
  entries: z.array(
    z.union([
      z.strictObject({
        ...scope,
        usdPerHour: z.number().positive(),
        commitment: z.enum(['reservation', 'savings-plan']).nullable(),
      }),
      z.strictObject({ ...scope, discountPercent: z.number().gt(0).lt(100) }),
    ]),
  ),
});
