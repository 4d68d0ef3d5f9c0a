import { Page, Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { ReportDocument } from '#lib/domain/report/document.ts';
import { longDate } from '../long-date.ts';
import { colours, page, type } from '../theme.ts';

/** Title, client and day; below, what the reader must know first, and the versions an auditor asks for. */
export function Cover({ report }: { report: ReportDocument }): ReactNode {
  return (
    <Page size="A4" style={{ ...type.page, paddingTop: 0, paddingBottom: 0 }} bookmark="Cover">
      <View style={{ height: 6, backgroundColor: colours.accent, marginHorizontal: -page.marginX }} />
      <View style={{ flexGrow: 1, paddingTop: 180 }}>
        <Text style={{ fontSize: 10, color: colours.accent, fontWeight: 700, marginBottom: 14 }}>
          AI infrastructure: analysis and recommendations
        </Text>
        <Text
          style={{ fontSize: 30, fontWeight: 700, lineHeight: 1.15, letterSpacing: -0.6, marginBottom: 18 }}
        >
          {report.title}
        </Text>
        {report.client === undefined ? null : (
          <Text
            style={{ fontSize: 14, color: colours.ink, marginBottom: 4 }}
          >{`Prepared for ${report.client}`}</Text>
        )}
        <Text style={{ fontSize: 11, color: colours.muted }}>{longDate(report.date)}</Text>
      </View>
      <View style={{ marginBottom: 56 }}>
        {report.notices.map((notice) => (
          <Text key={notice} style={{ ...type.small, fontSize: 8.5, marginBottom: 4, maxWidth: 380 }}>
            {notice}
          </Text>
        ))}
        <View style={{ borderTopWidth: 0.5, borderTopColor: colours.line, marginTop: 14, paddingTop: 8 }}>
          <Versions versions={report.versions} />
        </View>
      </View>
    </Page>
  );
}

function Versions({ versions }: { versions: ReportDocument['versions'] }): ReactNode {
  const named = [
    ['Assessment', versions.assessment],
    ['Catalogue', versions.catalogue],
    ['Engine', versions.engine],
    ['Ledger', versions.ledger],
  ] as const;
  return (
    <View style={{ flexDirection: 'row' }}>
      {named.map(([name, version]) => (
        <View key={name} style={{ flex: 1 }}>
          <Text style={{ ...type.small, color: colours.faint }}>{name}</Text>
          <Text style={type.small}>{version.slice(0, 16)}</Text>
        </View>
      ))}
    </View>
  );
}
