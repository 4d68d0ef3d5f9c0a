import { Document } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import type { DocumentProps } from '@react-pdf/renderer';
import type { ReportDocument } from '#lib/domain/report/document.ts';
import { startOfDay } from '../long-date.ts';
import { notedFigures } from '../note-numbers.ts';
import { Blocks } from './blocks.tsx';
import { Contents } from './contents.tsx';
import { Cover } from './cover.tsx';
import { Notes } from './notes.tsx';
import { SectionPages } from './section-pages.tsx';

const notesEntry = { id: 'notes', title: 'Notes: where every figure comes from' };

/**
 * The whole report. The day of the analysis stands for the time of creation, so that the same report has the same bytes.
 * One layout is enough: the pages of sections are noted while they are made, before the table of contents is asked for.
 */
export function report(printed: ReportDocument): ReactElement<DocumentProps> {
  const pageOf = new Map<string, number>();
  const onPage = (id: string, page: number): void => {
    pageOf.set(id, page);
  };
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
