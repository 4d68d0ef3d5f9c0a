import { Cron } from 'croner';
import { AppError } from '#lib/errors.ts';

const zoned = /^TZ=(\S+)\s+(.+)$/;

/**
 * When a cron schedule is next due after `afterMs`, in epoch milliseconds. Five fields or a nickname such as `@daily`,
 * in UTC unless it starts with `TZ=<IANA name>`, as the Inngest server reads it.
 *
 * @throws AppError `refused-configuration` when the schedule is malformed or never comes due.
 */
export function nextTickMs(schedule: string, afterMs: number): number {
  const [, timezone, pattern] = zoned.exec(schedule) ?? [];
  let next: Date | null;
  try {
    next = new Cron(pattern ?? schedule, {
      paused: true,
      timezone: timezone ?? 'UTC',
      mode: '5-part',
    }).nextRun(new Date(afterMs));
  } catch (error) {
    throw new AppError('refused-configuration', `"${schedule}" is not a cron schedule.`, { cause: error });
  }
  if (!next) throw new AppError('refused-configuration', `The cron schedule "${schedule}" never comes due.`);
  return next.getTime();
}
