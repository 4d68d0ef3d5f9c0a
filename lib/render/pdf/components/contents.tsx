import { Link, Page, Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { ReportDocument } from '#lib/domain/report/document.ts';
import { colours, page, type } from '../theme.ts';
import { PageFrame } from './page-frame.tsx';

export type ContentsEntry = { id: string; title: string };

type Props = {
  report: ReportDocument;
  entries: readonly ContentsEntry[];
  /** Filled while the later pages are laid out. */
  pageOf: ReadonlyMap<string, number>;
};

const titleHeight = 46;
const entryHeight = 29;

/**
 * The table of contents. The renderer asks for the numbers last, when every page has its number; they stand at fixed
 * places over the entries, since what is asked for last can no longer move anything.
 */
export function Contents({ report, entries, pageOf }: Props): ReactNode {
  return (
    <Page size="A4" style={type.page} bookmark="Contents">
      <PageFrame report={report} />
      <Text style={{ ...type.sectionTitle, height: titleHeight }}>Contents</Text>
      {entries.map(({ id, title }, index) => (
        <Link key={id} src={`#${id}`} style={{ color: colours.ink, textDecoration: 'none' }}>
          <View style={entryStyle}>
            <Text style={{ width: 26, color: colours.accent, fontWeight: 700 }}>{String(index + 1)}</Text>
            <Text style={{ flex: 1, fontSize: 10.5 }}>{title}</Text>
          </View>
        </Link>
      ))}
      {entries.map(({ id }, index) => (
        <Text
          key={id}
          fixed
          style={{ ...numberStyle, top: page.marginTop + titleHeight + index * entryHeight + 7 }}
          render={({ totalPages }) => (totalPages === undefined ? '' : String(pageOf.get(id) ?? ''))}
        />
      ))}
    </Page>
  );
}

const entryStyle = {
  flexDirection: 'row',
  height: entryHeight,
  paddingTop: 7,
  borderBottomWidth: 0.5,
  borderBottomColor: colours.line,
} as const;

const numberStyle = {
  position: 'absolute',
  right: page.marginX,
  width: 40,
  textAlign: 'right',
  color: colours.muted,
} as const;
