import { Link, Page, Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { ReportDocument } from '#lib/domain/report/document.ts';
import { colours, type } from '../theme.ts';
import { PageFrame } from './page-frame.tsx';

export type PageOf = ReadonlyMap<string, number>;
export type ContentsEntry = { id: string; title: string };

/** The table of contents. Before the first pass has found the pages, its numbers are empty. */
export function Contents({
  report,
  entries,
  pageOf,
}: {
  report: ReportDocument;
  entries: readonly ContentsEntry[];
  pageOf: PageOf;
}): ReactNode {
  return (
    <Page size="A4" style={type.page} bookmark="Contents">
      <PageFrame report={report} />
      <Text style={{ ...type.sectionTitle, marginBottom: 20 }}>Contents</Text>
      {entries.map(({ id, title }, index) => (
        <Link key={id} src={`#${id}`} style={{ color: colours.ink, textDecoration: 'none' }}>
          <View
            style={{
              flexDirection: 'row',
              borderBottomWidth: 0.5,
              borderBottomColor: colours.line,
              paddingVertical: 7,
            }}
          >
            <Text style={{ width: 26, color: colours.accent, fontWeight: 700 }}>{String(index + 1)}</Text>
            <Text style={{ flex: 1, fontSize: 10.5 }}>{title}</Text>
            <Text style={{ width: 30, textAlign: 'right', color: colours.muted }}>
              {String(pageOf.get(id) ?? '')}
            </Text>
          </View>
        </Link>
      ))}
    </Page>
  );
}
