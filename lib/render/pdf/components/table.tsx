import { Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { Block, Cell, Column } from '#lib/domain/report/document.ts';
import { columnWidths } from '../column-widths.ts';
import { leastHeight } from '../least-height.ts';
import { colours, page, type } from '../theme.ts';
import { type Figures, Inlines, NoteLink } from './inlines.tsx';

type Props = { table: Extract<Block, { kind: 'table' }>; lead: ReactNode; figures: Figures };

const row = { flexDirection: 'row', borderBottomWidth: 0.5, borderBottomColor: colours.line } as const;
const cell = { paddingVertical: 4, paddingRight: 10, fontSize: 8, lineHeight: 1.35 } as const;
/** Digits of one width, so that the places of numbers stand below each other. */
const numbers = { fontFeatureSettings: { tnum: 1 }, textAlign: 'right', paddingRight: 2 } as const;
/** Points beside a figure that hold the number of its note. */
const noteStrip = 22;
/** Rows with more text than this may be cut by a page break: they could be longer than a page. */
const mayBreakFrom = 500;

/** A table whose heading and head are repeated on every page it reaches. Numbers align right, with their bands below. */
export function Table({ table, lead, figures }: Props): ReactNode {
  const heading = lead ?? <Text style={type.listTitle}>{table.caption}</Text>;
  const widths = columnWidths(table, figures, page.textWidth);
  return (
    <View style={{ flexDirection: 'row', marginTop: 4, marginBottom: 12 }}>
      {/* A strut as high as heading, head and first row: where it does not fit, the table begins on the next page. */}
      <View wrap={false} style={{ width: 0, height: leastHeight(table, widths, lead !== null) }} />
      <View style={{ width: page.textWidth }}>
        <View fixed>
          {heading}
          <View style={{ ...row, borderBottomWidth: 1, borderBottomColor: colours.ink }}>
            {table.columns.map((column, index) => (
              <Text
                key={column.title}
                style={{
                  ...cell,
                  width: widths[index] ?? 0,
                  fontWeight: 700,
                  color: colours.muted,
                  fontSize: 7.5,
                  textAlign: column.align,
                  paddingRight: column.align === 'right' ? noteStrip + 2 : 10,
                }}
              >
                {column.title}
              </Text>
            ))}
          </View>
        </View>
        {table.rows.map((cells, index) => (
          <View key={index} style={row} wrap={lengthOf(cells) > mayBreakFrom}>
            {table.columns.map((column, at) => (
              <OneCell
                key={column.title}
                column={column}
                cell={cells[at] ?? []}
                width={widths[at] ?? 0}
                figures={figures}
              />
            ))}
          </View>
        ))}
      </View>
    </View>
  );
}

function lengthOf(cells: readonly Cell[]): number {
  return cells.flat().reduce((sum, inline) => sum + (inline.kind === 'figure' ? 10 : inline.text.length), 0);
}

type CellProps = { column: Column; cell: Cell; width: number; figures: Figures };

function OneCell({ column, cell: inlines, width, figures }: CellProps): ReactNode {
  if (column.align === 'left')
    return (
      <Text style={{ ...cell, width }}>
        <Inlines inlines={inlines} figures={figures} />
      </Text>
    );
  const [noted] = inlines.flatMap((inline) =>
    inline.kind === 'figure' ? [figures.get(inline.figure)].filter((figure) => figure !== undefined) : [],
  );
  const band = column.unitInHead === true ? noted?.bandAmount : noted?.band;
  return (
    <View style={{ flexDirection: 'row', width }}>
      <View style={{ flexGrow: 1, flexShrink: 1, flexBasis: 0 }}>
        <Text style={{ ...cell, ...numbers, paddingBottom: band === undefined ? 4 : 0 }}>
          {plainNumbers(inlines, column, figures)}
        </Text>
        {band === undefined ? null : (
          <Text
            style={{
              ...cell,
              ...numbers,
              paddingTop: 0,
              fontSize: 6.5,
              color: colours.faint,
            }}
          >
            {band}
          </Text>
        )}
      </View>
      <Text style={{ ...cell, paddingLeft: 2, paddingRight: 0, width: noteStrip }}>
        {noted === undefined ? '' : <NoteLink note={noted.note} />}
      </Text>
    </View>
  );
}

/** The note stands in a strip of its own, so that the numbers above each other end at one line. */
function plainNumbers(inlines: Cell, column: Column, figures: Figures): string {
  return inlines
    .map((inline) => {
      if (inline.kind !== 'figure') return inline.text;
      const figure = figures.get(inline.figure);
      return (column.unitInHead === true ? figure?.amount : figure?.text) ?? '';
    })
    .join('');
}
