const format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `24 November 2026` of an ISO day. Throws `RangeError` for what is none. */
export function longDate(isoDay: string): string {
  return format.format(startOfDay(isoDay));
}

/** Midnight, UTC, of an ISO day. Throws `RangeError` for what is none. */
export function startOfDay(isoDay: string): Date {
  const start = new Date(`${isoDay}T00:00:00Z`);
  if (Number.isNaN(start.getTime())) throw new RangeError(`${isoDay} is not a day.`);
  return start;
}
