import { renderToBuffer } from '@react-pdf/renderer';
import type { ReportDocument } from '#lib/domain/report/document.ts';
import { report } from './components/report.tsx';
import { registerFonts } from './fonts.ts';
import { withPrintableText } from './printable-text.ts';

/** The bytes of the report as PDF. Throws `RangeError` when its date is no day. */
export async function printReport(document: ReportDocument): Promise<Uint8Array<ArrayBuffer>> {
  const printable = withPrintableText(document, await registerFonts());
  return new Uint8Array(await renderToBuffer(report(printable)));
}
