import type { Inline } from '../gate/prose.ts';

/** One cell of a table. Numbers are figures, so they align right and carry a note to their source. */
export type Cell = Inline[];

export type Block =
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: Inline[][] }
  | { kind: 'callout'; tone: 'answer' | 'warning' | 'note'; title: string; inlines: Inline[] }
  | { kind: 'table'; caption: string; columns: { title: string; align: 'left' | 'right' }[]; rows: Cell[][] };

export type Section = { id: string; title: string; blocks: Block[] };

/** A report as data, before any format. Every renderer prints the same document. */
export type ReportDocument = {
  title: string;
  client?: string | undefined;
  /** Day of the analysis, ISO. */
  date: string;
  /** What the reader must know about how it came to be: built-in analyst, degraded parts. */
  notices: string[];
  sections: Section[];
  versions: { catalogue: string; engine: string; ledger: string; assessment: string };
};
