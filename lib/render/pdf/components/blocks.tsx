import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { Block } from '#lib/domain/report/document.ts';
import { inlinesOf } from '#lib/domain/report/cited-figures.ts';
import { Callout, Heading, List, Paragraph } from './block.tsx';
import type { Figures } from './inlines.tsx';
import { Table } from './table.tsx';

/** A block with the heading that must not be parted from it. */
type Led = { lead: Block | undefined; block: Block };

/**
 * The blocks of a section. A heading goes with what follows it: it shares an unbreakable group with a short text, is
 * repeated with the head of a table, and stands at the first item of a list. (The renderer's own `minPresenceAhead`
 * loses content in its fast paginator, so it is not used.)
 */
export function Blocks({ blocks, figures }: { blocks: readonly Block[]; figures: Figures }): ReactNode {
  return ledBlocks(blocks).map((led, index) => <LedBlock key={index} led={led} figures={figures} />);
}

function ledBlocks(blocks: readonly Block[]): Led[] {
  return blocks.flatMap((block, index): Led[] => {
    const before = blocks[index - 1];
    if (block.kind === 'heading' && blocks[index + 1]?.kind !== 'heading' && blocks[index + 1] !== undefined)
      return [];
    return [{ lead: before?.kind === 'heading' && block.kind !== 'heading' ? before : undefined, block }];
  });
}

/** Characters that fill about half a page: a group of more could leave a large hole above it. */
const longText = 1_800;

function LedBlock({ led: { lead, block }, figures }: { led: Led; figures: Figures }): ReactNode {
  const title = lead?.kind === 'heading' ? <Heading inlines={lead.inlines} figures={figures} /> : null;
  if (block.kind === 'heading') return <Heading inlines={block.inlines} figures={figures} />;
  if (block.kind === 'table') return <Table table={block} lead={title} figures={figures} />;
  if (block.kind === 'list') return <List list={block} lead={title} figures={figures} />;
  return (
    <View wrap={lengthOf(block) > longText}>
      {title}
      {block.kind === 'callout' ? (
        <Callout callout={block} figures={figures} />
      ) : (
        <Paragraph inlines={block.inlines} figures={figures} />
      )}
    </View>
  );
}

function lengthOf(block: Block): number {
  return inlinesOf(block).reduce(
    (sum, inline) => sum + (inline.kind === 'figure' ? 10 : inline.text.length),
    0,
  );
}
