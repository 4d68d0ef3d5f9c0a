/** A moment, in the reader's words and with the exact time for who asks. All times are shown in UTC, so that two readers see the same. */
export function When({ at, withTime = false }: { at: Date; withTime?: boolean }) {
  const text = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    ...(withTime ? { timeStyle: 'short' as const } : {}),
    timeZone: 'UTC',
  }).format(at);
  return (
    <time
      dateTime={at.toISOString()}
      title={`${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`}
      className="whitespace-nowrap tabular-nums"
    >
      {text}
    </time>
  );
}
