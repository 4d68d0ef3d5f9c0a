import type { Block } from '#lib/domain/report/document.ts';

/** Points, at the sizes of the theme. */
const headingHeight = 31;
const captionHeight = 18;
const headHeight = 19;
const lineHeight = 10.8;
const rowPadding = 8;
const characterWidth = 4.4;
const cellPadding = 10;
const mostLines = 12;
/** Borders and the rounding of the figures above. */
const slack = 6;

/** The height of a table's heading, head and first row, in points, from the length of the texts: what must stay together. */
export function leastHeight(
  { rows }: Extract<Block, { kind: 'table' }>,
  widths: readonly number[],
  hasHeading: boolean,
): number {
  const lines = (rows[0] ?? []).map((cell, index) => {
    const hasBand = cell.some((inline) => inline.kind === 'figure') ? 2 : 1;
    const characters = cell.reduce(
      (sum, inline) => sum + (inline.kind === 'figure' ? 0 : inline.text.length),
      0,
    );
    const perLine = ((widths[index] ?? 0) - cellPadding) / characterWidth;
    return Math.max(hasBand, Math.ceil(characters / Math.max(1, perLine)));
  });
  const firstRow = Math.min(mostLines, Math.max(1, ...lines)) * lineHeight + rowPadding;
  return (hasHeading ? headingHeight : captionHeight) + headHeight + firstRow + slack;
}
