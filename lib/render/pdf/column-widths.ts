import type { Block, Cell, Column } from '#lib/domain/report/document.ts';
import { longestWhole } from './fonts.ts';
import type { NotedFigure } from './note-numbers.ts';

type Table = Extract<Block, { kind: 'table' }>;
type Figures = ReadonlyMap<string, NotedFigure>;

/** Mean width of a character of table text and of a band, and what a figure needs beside it for its note; in points. */
const characterWidth = 4.4;
const bandCharacterWidth = 3.55;
const noteStrip = 26;
const narrowest = 40;
const wordPadding = 10;
/** How much of a table its figures may take together. */
const numbersShare = 0.56;

/**
 * Widths in points that fill `total`. Columns of figures get what their longest figure needs, up to a share of the page;
 * columns of words share the rest by the square root of how much they have to say, so that none starves.
 */
export function columnWidths({ columns, rows }: Table, figures: Figures, total: number): number[] {
  const numbers = columns.filter((column) => column.align === 'right').length;
  const fixed = columns.map((column, index) => {
    if (column.align === 'left') return 0;
    const needs = rows.map((row) => numberWidth(row[index] ?? [], column, figures));
    const widest = Math.max(column.title.length * characterWidth, ...needs) + noteStrip;
    return Math.min(widest, (total * numbersShare) / numbers);
  });
  const least = columns.map((column, index) =>
    column.align === 'right'
      ? 0
      : leastWidth(
          column,
          rows.map((row) => row[index] ?? []),
        ),
  );
  const spare = Math.max(0, total - sumOf(fixed) - sumOf(least));
  const weights = columns.map((column, index) => {
    if (column.align === 'right') return 0;
    const lengths = rows.map((row) => lengthOf(row[index] ?? [], column, figures));
    return Math.sqrt(Math.max(column.title.length, sumOf(lengths) / Math.max(1, lengths.length)));
  });
  const all = columns.map(
    (_, index) =>
      (fixed[index] ?? 0) +
      (least[index] ?? 0) +
      (spare * (weights[index] ?? 0)) / Math.max(1e-9, sumOf(weights)),
  );
  return all.map((width) => (width * total) / sumOf(all));
}

/** What the longest word of a column needs that is not cut. */
function leastWidth(column: Column, cells: readonly Cell[]): number {
  const words = [
    column.title,
    ...cells.flat().flatMap((inline) => (inline.kind === 'figure' ? [] : [inline.text])),
  ]
    .flatMap((text) => text.split(' '))
    .map((word) => Math.min(word.length, longestWhole));
  return Math.max(narrowest, Math.max(...words) * characterWidth + wordPadding);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function numberWidth(cell: Cell, column: Column, figures: Figures): number {
  const bands = cell.map((inline) => {
    const figure = inline.kind === 'figure' ? figures.get(inline.figure) : undefined;
    return ((column.unitInHead === true ? figure?.bandAmount : figure?.band) ?? '').length;
  });
  return Math.max(
    lengthOf(cell, column, figures) * characterWidth,
    ...bands.map((band) => band * bandCharacterWidth),
  );
}

function lengthOf(cell: Cell, column: Column, figures: Figures): number {
  return cell.reduce((sum, inline) => {
    if (inline.kind !== 'figure') return sum + inline.text.length;
    const figure = figures.get(inline.figure);
    return (
      sum + (figure === undefined ? 0 : (column.unitInHead === true ? figure.amount : figure.text).length)
    );
  }, 0);
}
