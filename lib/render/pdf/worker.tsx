import { parentPort, workerData } from 'node:worker_threads';
import type { ReportDocument } from '#lib/domain/report/document.ts';
import { printReport } from './print-report.ts';

// The caller is `renderPdf`, which sends a report and nothing else.
const document: ReportDocument = workerData;
const bytes = await printReport(document);
parentPort?.postMessage(bytes, [bytes.buffer]);
