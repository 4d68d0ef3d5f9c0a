import type { FigureId } from '../figure/figure.ts';
import type { Inline } from '../gate/prose.ts';
import type { Block, Section } from './document.ts';

/** The figures that sections refer to, in the order in which a reader meets them. */
export function citedFigures(sections: readonly Section[]): Set<FigureId> {
  const found = sections
    .flatMap((section) => section.blocks)
    .flatMap(inlinesOf)
    .flatMap((inline) => (inline.kind === 'figure' ? [inline.figure] : []));
  return new Set(found);
}

/** Everything that a block prints, in reading order. */
export function inlinesOf(block: Block): Inline[] {
  if (block.kind === 'list') return block.items.flat();
  return block.kind === 'table' ? block.rows.flat(2) : block.inlines;
}
