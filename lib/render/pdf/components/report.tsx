import { Document } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import type { DocumentProps } from '@react-pdf/renderer';
import type { ReportDocument } from '#lib/domain/report/document.ts';
import { startOfDay } from '../long-date.ts';
import { notedFigures } from '../note-numbers.ts';
import { Blocks } from './blocks.tsx';
import { Contents, type PageOf } from './contents.tsx';
import { Cover } from './cover.tsx';
import { Notes } from './notes.tsx';
import { SectionPages } from './section-pages.tsx';

type Props = {
  report: ReportDocument;
  /** The page of each section, as an earlier pass found it. */
  pageOf: PageOf;
  /** Told the first page of each section while the report is laid out. */
  onPage: (id: string, page: number) => void;
};

const notesEntry = { id: 'notes', title: 'Notes: where every figure comes from' };

/** The whole report. The day of the analysis stands for the time of creation, so that the same report has the same bytes. */
export function report({ report: printed, pageOf, onPage }: Props): ReactElement<DocumentProps> {
  const figures = notedFigures(printed);
  const created = startOfDay(printed.date);
  const entries = [...printed.sections, ...(figures.size === 0 ? [] : [notesEntry])];
  return (
    <Document
      title={printed.title}
      author="Infra Mind"
      subject="AI infrastructure: analysis and recommendations"
      creator="Infra Mind"
      producer="Infra Mind"
      language="en"
      creationDate={created}
      modificationDate={created}
      pageMode="useOutlines"
    >
      <Cover report={printed} />
      <Contents report={printed} entries={entries} pageOf={pageOf} />
      {printed.sections.map((section, index) => (
        <SectionPages
          key={section.id}
          report={printed}
          id={section.id}
          number={index + 1}
          title={section.title}
          onPage={onPage}
        >
          <Blocks blocks={section.blocks} figures={figures} />
        </SectionPages>
      ))}
      {figures.size === 0 ? null : (
        <SectionPages report={printed} {...notesEntry} number={entries.length} onPage={onPage}>
          <Notes figures={[...figures.values()]} />
        </SectionPages>
      )}
    </Document>
  );
}
