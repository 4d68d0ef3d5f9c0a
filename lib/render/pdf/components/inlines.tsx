import { Link, Text } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { Inline } from '#lib/domain/gate/prose.ts';
import type { NotedFigure } from '../note-numbers.ts';
import { type } from '../theme.ts';

export type Figures = ReadonlyMap<string, NotedFigure>;

/** Running text: figures with the number of their note, quotes in quotation marks. */
export function Inlines({ inlines, figures }: { inlines: readonly Inline[]; figures: Figures }): ReactNode {
  return inlines.map((inline, index) => <OneInline key={index} inline={inline} figures={figures} />);
}

function OneInline({ inline, figures }: { inline: Inline; figures: Figures }): ReactNode {
  if (inline.kind === 'quote') return <Text style={type.quote}>{`\u201C${inline.text}\u201D`}</Text>;
  if (inline.kind !== 'figure') return inline.text;
  const figure = figures.get(inline.figure);
  if (figure === undefined) return null;
  return (
    <Text>
      {keptTogether(figure.text)}
      <NoteLink note={figure.note} />
    </Text>
  );
}

/** The raised number that leads to a note. */
export function NoteLink({ note }: { note: number }): ReactNode {
  return (
    <Link src={`#note-${note}`} style={type.noteLink}>
      <Text style={type.note}>{String(note)}</Text>
    </Link>
  );
}

/** A figure and its unit stay on one line while they are short. */
function keptTogether(text: string): string {
  return text.length <= 18 ? text.replaceAll(' ', '\u00A0') : text;
}
