const format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `24 November 2026` of an ISO day. */
export function longDate(isoDay: string): string {
  return format.format(new Date(`${isoDay}T00:00:00Z`));
}
