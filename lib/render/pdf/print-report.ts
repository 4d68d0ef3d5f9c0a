import { renderToBuffer } from '@react-pdf/renderer';
import type { ReportDocument } from '#lib/domain/report/document.ts';
import { report } from './components/report.tsx';
import { registerFonts } from './fonts.ts';
import { withPrintableText } from './printable-text.ts';

/**
 * The bytes of the report as PDF. It is laid out twice: the first pass finds the page on which each section begins, the
 * second prints the table of contents with it. The two passes have the same lines, so the pages stay.
 */
export async function printReport(document: ReportDocument): Promise<Uint8Array<ArrayBuffer>> {
  const printable = withPrintableText(document, await registerFonts());
  const pageOf = new Map<string, number>();
  const learnPage = (id: string, page: number): void => {
    pageOf.set(id, page);
  };
  await renderToBuffer(report({ report: printable, pageOf: new Map(), onPage: learnPage }));
  const bytes = await renderToBuffer(report({ report: printable, pageOf, onPage: () => undefined }));
  return new Uint8Array(bytes);
}
