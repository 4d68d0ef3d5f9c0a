import { countAttempt, type ThrottleRule } from '#lib/data/system/throttle.ts';
import { AppError } from '#lib/errors.ts';
import type { Clocked } from '#lib/usecases/app.ts';

/**
 * Counts an attempt under the key before it is tried. Throws `too-many-requests`, which says `refusal` and when to try again,
 * when the key has used up its limit.
 */
export async function admitAttempt(
  app: Clocked,
  key: string,
  { rule, refusal }: { rule: ThrottleRule; refusal: string },
): Promise<void> {
  const until = await countAttempt(app.db, key, rule);
  if (until === null) return;
  const retryAfterSeconds = Math.ceil((until.getTime() - app.now().getTime()) / 1_000);
  const minutes = Math.ceil(retryAfterSeconds / 60);
  throw new AppError('too-many-requests', `Attempts are blocked for ${key}.`, {
    retryAfterSeconds,
    say: `${refusal} Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  });
}
