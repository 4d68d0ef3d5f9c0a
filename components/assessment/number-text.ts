/**
 * The number that a person typed: `12500`, `12,500.5`, `12 500`, `.5`, `1e9`. A point is the decimal sign; commas and spaces
 * count only where they part thousands. Undefined for everything else, so that nothing ambiguous is guessed.
 */
export function readNumberText(text: string): number | undefined {
  const typed = text.trim();
  if (!plain.test(typed) && !inThousands.test(typed)) return undefined;
  const value = Number(typed.replaceAll(/[,\s]/g, ''));
  return Number.isFinite(value) ? value : undefined;
}

/** A number as it stands in an input: every digit, no grouping, so that reading it gives the same number. */
export function numberText(value: number): string {
  return String(value);
}

const plain = /^-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
const inThousands = /^-?\d{1,3}(?:,\d{3}|\s\d{3})+(?:\.\d+)?$/;
