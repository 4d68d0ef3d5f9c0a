import type { FigureId } from '../figure/figure.ts';
import type { Inline } from '../gate/prose.ts';
import type { Option } from '../options/option.ts';
import type { Block, Cell, Column } from './document.ts';

/** Inlines out of words, figures and what is inlines already. Neighbouring words become one text. */
export function inlines(...parts: (string | Inline | readonly Inline[])[]): Inline[] {
  const flat = parts.flatMap((part) =>
    typeof part === 'string' ? [{ kind: 'text', text: part } satisfies Inline] : part,
  );
  const joined: Inline[] = [];
  for (const inline of flat) {
    const last = joined.at(-1);
    if (inline.kind === 'text' && last?.kind === 'text') last.text += inline.text;
    else if (inline.kind !== 'text' || inline.text !== '') joined.push({ ...inline });
  }
  return joined;
}

/** A reference to a figure. */
export function figureRef(figure: FigureId): Inline {
  return { kind: 'figure', figure };
}

export function paragraph(...parts: Parameters<typeof inlines>): Block {
  return { kind: 'paragraph', inlines: inlines(...parts) };
}

export function heading(...parts: Parameters<typeof inlines>): Block {
  return { kind: 'heading', inlines: inlines(...parts) };
}

/** A list, or nothing when it has no items. */
export function list(items: readonly Inline[][], title?: string): Block[] {
  if (items.length === 0) return [];
  return [{ kind: 'list', ...(title === undefined ? {} : { title }), items: [...items] }];
}

/** A column of figures. */
export function figures(title: string): Column {
  return { title, align: 'right' };
}

/** A column of amounts for the period that its title names. */
export function amounts(title: 'Monthly' | 'Yearly' | 'Once'): Column {
  return { title, align: 'right', unitInHead: true };
}

/** A table, or nothing when it has no rows. A column given by its title alone holds words. */
export function table(
  caption: string,
  columns: readonly (string | Column)[],
  rows: readonly Cell[][],
): Block[] {
  if (rows.length === 0) return [];
  const described = columns.map((column): Column =>
    typeof column === 'string' ? { title: column, align: 'left' } : column,
  );
  return [{ kind: 'table', caption, columns: described, rows: [...rows] }];
}

/**
 * The price of an option as a cell: the figure, "at least" when parts of the price are missing, or "not priced", never
 * a zero.
 */
export function priceCell(option: Option, figure: FigureId | undefined): Cell {
  if (figure === undefined) return inlines(option.parts.length === 0 ? 'not priced' : '\u2013');
  return option.missing.length === 0 ? [figureRef(figure)] : inlines('at least ', figureRef(figure));
}

/** `a`, `a and b`, `a, b and c`. */
export function enumerate(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
