import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { RunEvent } from '#lib/domain/run/event.ts';
import { parseAssessmentText } from '#lib/domain/assessment/parse-assessment-text.ts';
import { assess, type Outcome } from './assess.ts';
import type { StackOptions } from './own-stack.ts';
import { progressLine } from './progress-line.ts';
import { resultJson } from './result-json.ts';
import { summaryTable } from './summary-table.ts';

const usage = `Usage: npm run assess -- <assessment.json> [--out report.pdf] [--json] [--date 2026-07-20]

Analyses one assessment without a browser. Progress goes to the error output, the summary (or with --json the whole
result) to the standard output. Exit code 0: completed. 1: failed, degraded, or its PDF was not made or not written.
2: the call or the file is not valid.`;

/** Where the command writes: each text is one or more whole lines. */
export type Outputs = { print: (text: string) => void; complain: (text: string) => void };

/**
 * Reads the file, runs the analysis, prints and writes what was asked for, and returns the exit code. Throws what stopped
 * the analysis itself.
 */
export async function assessCommand(
  args: readonly string[],
  { print, complain }: Outputs,
  stack: StackOptions = {},
): Promise<0 | 1 | 2> {
  const refuse = (message: string): 2 => {
    complain(message);
    return 2;
  };
  const call = readCall(args);
  if (call === undefined) return refuse(usage);
  const text = await orError(readFile(call.file, 'utf8'));
  if (text instanceof Error) return refuse(`${call.file} cannot be read: ${text.message}`);
  const parsed = parseAssessmentText(text);
  if (!parsed.ok)
    return refuse(
      [
        `${call.file} is not a valid assessment:`,
        ...parsed.problems.map(({ field, reason }) => `  ${field}: ${reason}`),
      ].join('\n'),
    );
  const onEvent = (event: RunEvent) => complain(progressLine(event));
  const outcome = await assess(parsed.assessment, { date: call.date, onEvent }, stack);
  print(call.json ? resultJson(outcome) : summaryTable(outcome));
  const missing = await withoutPdf(outcome, call.out);
  if (missing !== undefined) complain(missing);
  return outcome.run.state === 'completed' && missing === undefined ? 0 : 1;
}

type Call = { file: string; out: string | undefined; json: boolean; date: string };

function readCall(args: readonly string[]): Call | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: 'string' }, json: { type: 'boolean' }, date: { type: 'string' } },
    });
    const [file] = positionals;
    const date = values.date ?? new Date().toISOString().slice(0, 10);
    if (file === undefined || positionals.length > 1 || !z.iso.date().safeParse(date).success)
      return undefined;
    return { file, out: values.out, json: values.json ?? false, date };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Writes the PDF to `out` when it was asked for; gives the sentence that tells why there is none. */
async function withoutPdf({ pdf }: Outcome, out: string | undefined): Promise<string | undefined> {
  if (pdf === undefined) return 'The PDF was not made.';
  if (out === undefined) return undefined;
  const written = await orError(writeFile(out, pdf));
  return written instanceof Error ? `The PDF cannot be written to ${out}: ${written.message}` : undefined;
}

/** What the work gives, or the error of the file system that it ended with. */
async function orError<T>(work: Promise<T>): Promise<T | Error> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return error;
    throw error;
  }
}
