import { Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { NotedFigure } from '../note-numbers.ts';
import { colours } from '../theme.ts';

/** Where every figure comes from: formula with its inputs, source, date and band. */
export function Notes({ figures }: { figures: readonly NotedFigure[] }): ReactNode {
  return figures.map((figure) => (
    <View
      key={figure.note}
      id={`note-${figure.note}`}
      style={{ flexDirection: 'row', marginBottom: 3.5 }}
      wrap={false}
    >
      <Text style={{ width: 24, fontSize: 7.5, color: colours.accent }}>{String(figure.note)}</Text>
      <Text style={{ flex: 1, fontSize: 7.5, lineHeight: 1.4, color: colours.muted }}>
        <Text style={{ color: colours.ink }}>{`${figure.label}: ${figure.text}`}</Text>
        {`${figure.band === undefined ? '' : `, band ${figure.band}`}. ${figure.pedigree}.`}
      </Text>
    </View>
  ));
}
