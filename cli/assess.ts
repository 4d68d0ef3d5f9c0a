import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parseAssessmentText } from '#lib/domain/assessment/parse-assessment-text.ts';
import { toAppError } from '#lib/errors.ts';
import { assess } from './assess/assess.ts';
import { progressLine } from './assess/progress-line.ts';
import { resultJson } from './assess/result-json.ts';
import { summaryTable } from './assess/summary-table.ts';

const usage = `Usage: npm run assess -- <assessment.json> [--out report.pdf] [--json] [--date 2026-07-20]

Analyses one assessment without a browser. Progress goes to the error output, the summary (or with --json the whole
result) to the standard output. Exit code 0: completed. 1: failed or degraded. 2: the call or the file is not valid.`;

/** Reads the file, runs the analysis, prints and writes what was asked for, and returns the exit code. */
async function main(): Promise<number> {
  const call = readCall();
  if (call === undefined) return refuse(usage);
  const text = await readFile(call.file, 'utf8').catch((error: unknown) =>
    error instanceof Error ? error : new Error(String(error)),
  );
  if (text instanceof Error) return refuse(`${call.file} cannot be read: ${text.message}`);
  const parsed = parseAssessmentText(text);
  if (!parsed.ok)
    return refuse(
      [
        `${call.file} is not a valid assessment:`,
        ...parsed.problems.map(({ field, reason }) => `  ${field}: ${reason}`),
      ].join('\n'),
    );
  const outcome = await assess(parsed.assessment, {
    date: call.date,
    onEvent: (event) => process.stderr.write(`${progressLine(event)}\n`),
  });
  if (call.out !== undefined && outcome.pdf !== undefined) await writeFile(call.out, outcome.pdf);
  process.stdout.write(call.json ? `${resultJson(outcome)}\n` : `${summaryTable(outcome)}\n`);
  return outcome.run.state === 'completed' ? 0 : 1;
}

type Call = { file: string; out: string | undefined; json: boolean; date: string };

function readCall(): Call | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { out: { type: 'string' }, json: { type: 'boolean' }, date: { type: 'string' } },
    });
    const [file] = positionals;
    const date = values.date ?? new Date().toISOString().slice(0, 10);
    if (file === undefined || positionals.length > 1 || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
    return { file, out: values.out, json: values.json ?? false, date };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n`);
  return 2;
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`The analysis did not run: ${toAppError(error).message}\n`);
  return 1;
});
