import { z } from 'zod';

/** Which page of a list is asked for. */
export const pageInput = z.strictObject({
  limit: z.int().min(1).max(100).optional(),
  cursor: z.string().max(200).optional(),
});
