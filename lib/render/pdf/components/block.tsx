import { Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { Inline } from '#lib/domain/gate/prose.ts';
import type { Block } from '#lib/domain/report/document.ts';
import { colours, type } from '../theme.ts';
import { type Figures, Inlines } from './inlines.tsx';

type Words = { inlines: readonly Inline[]; figures: Figures };

export function Heading({ inlines, figures }: Words): ReactNode {
  return (
    <Text style={type.heading}>
      <Inlines inlines={inlines} figures={figures} />
    </Text>
  );
}

export function Paragraph({ inlines, figures }: Words): ReactNode {
  return (
    <Text style={type.paragraph} orphans={2} widows={2}>
      <Inlines inlines={inlines} figures={figures} />
    </Text>
  );
}

type ListProps = { list: Extract<Block, { kind: 'list' }>; lead: ReactNode; figures: Figures };

/** A list; its heading and title stay with the first item. */
export function List({ list, lead, figures }: ListProps): ReactNode {
  const [first, ...rest] = list.items;
  return (
    <View style={{ marginBottom: 7 }}>
      <View wrap={false}>
        {lead}
        {list.title === undefined ? null : <Text style={type.listTitle}>{list.title}</Text>}
        {first === undefined ? null : <Item inlines={first} figures={figures} />}
      </View>
      {rest.map((item, index) => (
        <Item key={index} inlines={item} figures={figures} />
      ))}
    </View>
  );
}

function Item({ inlines, figures }: Words): ReactNode {
  return (
    <View style={{ flexDirection: 'row', marginBottom: 3 }} wrap={false}>
      <Text style={{ width: 12, color: colours.accent }}>{'\u2022'}</Text>
      <Text style={{ flex: 1 }}>
        <Inlines inlines={inlines} figures={figures} />
      </Text>
    </View>
  );
}

const tones = {
  answer: { bar: colours.accent, background: colours.answerBackground, size: 12 },
  warning: { bar: colours.warning, background: colours.warningBackground, size: 9.5 },
  note: { bar: colours.faint, background: colours.noteBackground, size: 9.5 },
} as const;

export function Callout({
  callout,
  figures,
}: {
  callout: Extract<Block, { kind: 'callout' }>;
  figures: Figures;
}): ReactNode {
  const tone = tones[callout.tone];
  return (
    <View
      wrap={false}
      style={{
        borderLeftWidth: 3,
        borderLeftColor: tone.bar,
        backgroundColor: tone.background,
        paddingVertical: 12,
        paddingHorizontal: 16,
        marginBottom: 12,
      }}
    >
      <Text style={{ fontSize: 8, fontWeight: 700, color: tone.bar, marginBottom: 3 }}>{callout.title}</Text>
      <Text style={{ fontSize: tone.size, lineHeight: 1.45 }}>
        <Inlines inlines={callout.inlines} figures={figures} />
      </Text>
    </View>
  );
}
