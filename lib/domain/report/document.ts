import type { FigureId } from '../figure/figure.ts';
import type { Inline } from '../gate/prose.ts';

/** One cell of a table. Numbers are figures, so they align right and carry a note to their source. */
export type Cell = Inline[];

export type Block =
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'heading'; inlines: Inline[] }
  | { kind: 'list'; title?: string | undefined; items: Inline[][] }
  | { kind: 'callout'; tone: 'answer' | 'warning' | 'note'; title: string; inlines: Inline[] }
  | { kind: 'table'; caption: string; columns: Column[]; rows: Cell[][] };

/** `unitInHead`: the title says month, year or once, so that the cells need not. */
export type Column = { title: string; align: 'left' | 'right'; unitInHead?: true | undefined };

export type Section = { id: string; title: string; blocks: Block[] };

/** A figure as a report prints it. */
export type PrintedFigure = {
  /** With unit, rounded: `$1,230 per month`. */
  text: string;
  /** Without the period, for a column whose title names it: `$1,230`. */
  amount: string;
  /** What it is: `Compute of the option`. */
  label: string;
  /** `$900 to $1,600 per month`; absent for a figure that is exact. */
  band?: string | undefined;
  /** The band without the period. */
  bandAmount?: string | undefined;
  /** Where it comes from, in words: the formula with its inputs filled in, the price row with its date, the answer. */
  pedigree: string;
};

/** A report as data, before any format. Every renderer prints the same document; nothing else is needed to print it. */
export type ReportDocument = {
  title: string;
  client?: string | undefined;
  /** Day of the analysis, ISO. */
  date: string;
  /** What the reader must know about how it came to be: built-in analyst, degraded parts. */
  notices: string[];
  sections: Section[];
  /** Every figure that a section refers to. */
  figures: Readonly<Record<FigureId, PrintedFigure>>;
  versions: { catalogue: string; engine: string; ledger: string; assessment: string };
};
