'use client';

import { useState } from 'react';

/** How long ago an ISO day or month was by the reader's own clock. Only for what is never rendered on the server, which has another. */
export function Age({ asOf }: { asOf: string }) {
  const [now] = useState(() => Date.now());
  const text = ageInWords(asOf, now);
  return text === undefined ? null : <span data-interface-number="">({text})</span>;
}

/** `4 months ago` of an ISO day or month at a moment in milliseconds; undefined for a text that is no date. */
export function ageInWords(asOf: string, now: number): string | undefined {
  const then = Date.parse(asOf);
  if (Number.isNaN(then)) return undefined;
  const days = Math.max(0, Math.floor((now - then) / 86_400_000));
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  if (days < 45) return words.format(-days, 'day');
  return days < 730
    ? words.format(-Math.round(days / 30.4), 'month')
    : words.format(-Math.round(days / 365.25), 'year');
}
