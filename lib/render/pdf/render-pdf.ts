import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReportDocument } from '#lib/domain/report/document.ts';
import { AppError } from '#lib/errors.ts';

/** How long a report may take to print before its worker is ended. A report of twenty pages takes about two seconds. */
const defaultTimeoutMs = 60_000;

export type RenderPdf = (
  document: ReportDocument,
  options?: { timeoutMs?: number | undefined },
) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * Prints a report as PDF in a worker thread, so that the web process goes on answering. The same document gives the
 * same bytes. Throws `internal`, with the cause, when the worker fails, runs out of memory or takes longer than
 * `timeoutMs`. The worker is the bundle that `npm run build:pdf` makes.
 */
export const renderPdf: RenderPdf = (document, { timeoutMs = defaultTimeoutMs } = {}) =>
  new Promise((resolve, reject) => {
    const worker = startWorker(document);
    const timer = setTimeout(() => fail(`The PDF took longer than ${timeoutMs} ms.`), timeoutMs);
    const end = (): void => {
      clearTimeout(timer);
      void worker.terminate();
    };
    const fail = (message: string, cause?: unknown): void => {
      end();
      reject(new AppError('internal', message, cause === undefined ? {} : { cause }));
    };
    worker.once('message', (bytes: Uint8Array<ArrayBuffer>) => {
      end();
      resolve(bytes);
    });
    worker.once('error', (error) => fail('The PDF worker failed.', error));
    worker.once('exit', (code) => fail(`The PDF worker ended with code ${code} before it had printed.`));
  });

function startWorker(document: ReportDocument): Worker {
  return new Worker(workerFile(), {
    workerData: document,
    // The worker needs nothing of the process's environment, so it gets none of its secrets.
    env: { NODE_ENV: 'production' },
    resourceLimits: { maxOldGenerationSizeMb: 1_024 },
  });
}

/** Found from the working directory: the server, the command line and the tests all run at the project's root. */
function workerFile(): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), 'lib/render/pdf/dist/worker.mjs');
}
