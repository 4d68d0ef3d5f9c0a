import type { Inline } from '../gate/prose.ts';
import { formatFigure } from './format.ts';
import { figureOf, type Ledger } from './ledger.ts';

/** Inlines as a person reads them where nothing can be hovered: figures written out with unit, quotes in quotation marks. */
export function plainText(inlines: readonly Inline[], ledger: Ledger): string {
  return inlines.map((inline) => textOf(inline, ledger)).join('');
}

function textOf(inline: Inline, ledger: Ledger): string {
  switch (inline.kind) {
    case 'figure':
      return formatFigure(figureOf(ledger, inline.figure));
    case 'quote':
      return `\u201C${inline.text}\u201D`;
    default:
      return inline.text;
  }
}
