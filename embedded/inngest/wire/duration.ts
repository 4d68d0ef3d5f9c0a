const unitMs = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 } as const;
const duration = /^(?=\d)(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;

/**
 * When a wait ends, in epoch milliseconds: `text` is a span such as "1d2h30m" counted from `fromMs`, or an ISO 8601
 * date.
 *
 * @returns undefined when `text` is neither; so is the empty text, which the SDK sends for a span it could not read.
 */
export function deadlineMs(text: string, fromMs: number): number | undefined {
  const parts = duration.exec(text);
  if (parts) {
    const [, w, d, h, m, s] = parts.map((part) => Number(part ?? 0));
    return (
      fromMs +
      (w ?? 0) * unitMs.w +
      (d ?? 0) * unitMs.d +
      (h ?? 0) * unitMs.h +
      (m ?? 0) * unitMs.m +
      (s ?? 0) * unitMs.s
    );
  }
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : date;
}
