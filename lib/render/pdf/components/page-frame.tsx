import { Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { ReportDocument } from '#lib/domain/report/document.ts';
import { colours, page, type } from '../theme.ts';
import { longDate } from '../long-date.ts';

const line = {
  position: 'absolute',
  left: page.marginX,
  right: page.marginX,
  flexDirection: 'row',
  justifyContent: 'space-between',
} as const;

type Props = {
  report: ReportDocument;
  /** Called with the number of the first page that the frame stands on. */
  onFirstPage?: (page: number) => void;
};

/** Head and foot of every page but the cover. */
export function PageFrame({ report, onFirstPage }: Props): ReactNode {
  return (
    <>
      <View
        style={{
          ...line,
          top: 34,
          borderBottomWidth: 0.5,
          borderBottomColor: colours.line,
          paddingBottom: 6,
        }}
        fixed
      >
        <Text style={{ ...type.small, maxLines: 1, textOverflow: 'ellipsis', maxWidth: 330 }}>
          {report.title}
        </Text>
        <Text style={{ ...type.small, maxLines: 1, textOverflow: 'ellipsis', maxWidth: 140 }}>
          {report.client ?? ''}
        </Text>
      </View>
      <View style={{ ...line, top: page.footTop }} fixed>
        <Text style={type.small}>{longDate(report.date)}</Text>
        <Text
          style={type.small}
          render={({ pageNumber, totalPages, subPageNumber }) => {
            if (subPageNumber === 1) onFirstPage?.(pageNumber);
            return `Page ${pageNumber} of ${totalPages ?? ''}`;
          }}
        />
      </View>
    </>
  );
}
