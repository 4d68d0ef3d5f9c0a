import { Page, Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { ReportDocument } from '#lib/domain/report/document.ts';
import { colours, type } from '../theme.ts';
import { PageFrame } from './page-frame.tsx';

type Props = {
  report: ReportDocument;
  id: string;
  number: number;
  title: string;
  onPage: (id: string, page: number) => void;
  children: ReactNode;
};

/** A section on pages of its own, with its title, its bookmark and the place that links lead to. */
export function SectionPages({ report, id, number, title, onPage, children }: Props): ReactNode {
  return (
    <Page size="A4" style={type.page} bookmark={`${number}  ${title}`} experimentalPagination>
      <PageFrame report={report} onFirstPage={(page) => onPage(id, page)} />
      <View id={id} wrap={false} style={{ marginBottom: 14 }}>
        <View style={{ width: 28, height: 2.5, backgroundColor: colours.accent, marginBottom: 8 }} />
        <Text style={type.sectionTitle}>{`${number}  ${title}`}</Text>
      </View>
      {children}
    </Page>
  );
}
