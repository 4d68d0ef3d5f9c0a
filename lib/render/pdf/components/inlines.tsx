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

/** The raised number that leads to a note: superscript characters, so that copied text keeps it apart from the figure. */
export function NoteLink({ note }: { note: number }): ReactNode {
  return (
    <Link src={`#note-${note}`} style={type.note}>
      {String(note).replace(/\d/gu, (digit) => superscripts.charAt(Number(digit)))}
    </Link>
  );
}

const superscripts = '\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079';

/** A figure and its unit stay on one line while they are short. */
function keptTogether(text: string): string {
  return text.length <= 18 ? text.replaceAll(' ', '\u00A0') : text;
}
