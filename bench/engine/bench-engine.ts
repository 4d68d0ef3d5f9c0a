import { readdir, readFile } from 'node:fs/promises';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { computeBase } from '#lib/domain/analysis/compute-base.ts';
import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import { parseAssessment } from '#lib/domain/assessment/parse-assessment.ts';

const barMs = 150;
const rounds = 15;

/**
 * Time to compute the whole base ledger of every example, bands included: cold, when nothing is compiled yet, and the median
 * of later rounds. True when each is below 150 ms.
 */
export async function benchEngine(): Promise<boolean> {
  const catalogue = await readCatalogue();
  const examples = new URL('../../examples/', import.meta.url);
  const files = (await readdir(examples)).filter((file) => file.endsWith('.json'));
  let met = true;
  for (const file of files) {
    const assessment = assessmentOf(file, await readFile(new URL(file, examples), 'utf8'));
    const times = Array.from({ length: rounds }, () => {
      const start = performance.now();
      computeBase(assessment, catalogue);
      return performance.now() - start;
    });
    const cold = times[0] ?? Number.NaN;
    const median = times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
    const { figures } = computeBase(assessment, catalogue);
    met &&= cold < barMs && median < barMs;
    process.stdout.write(
      `${file.padEnd(24)} ${figures.length} figures, first ${cold.toFixed(0)} ms, median ${median.toFixed(0)} ms (bar ${barMs} ms)\n`,
    );
  }
  return met;
}

function assessmentOf(file: string, text: string): Assessment {
  const parsed = parseAssessment(JSON.parse(text));
  if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.problems)}`);
  return parsed.assessment;
}
