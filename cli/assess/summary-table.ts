import { formatBand, formatFigure } from '#lib/domain/figure/format.ts';
import { figureOf, type Ledger } from '#lib/domain/figure/ledger.ts';
import { plainText } from '#lib/domain/figure/plain-text.ts';
import type { Option } from '#lib/domain/options/option.ts';
import type { RunResult } from '#lib/usecases/run/read-result.ts';
import type { Outcome } from './assess.ts';

/** What a person wants to see first: recommendations in order, and for each need its options with their monthly cost. */
export function summaryTable({ run, result, pdf }: Outcome): string {
  if (result === undefined)
    return `The analysis ${run.state}${run.failedBecause === null ? '' : `: ${run.failedBecause}`}.`;
  return [
    `${result.assessment.title} (${run.state}, ${run.date})`,
    ...run.degradedBecause,
    '',
    'Recommendations',
    ...result.synthesis.recommendations.map(
      ({ rank, title }) => `  ${String(rank).padStart(2)}. ${plainText(result.say(title), result.ledger)}`,
    ),
    ...result.base.needs.flatMap((need) => ['', need.title, ...optionRows(need.options, result.ledger)]),
    '',
    ...footer(result, run.ledgerHash, pdf),
  ].join('\n');
}

function optionRows(options: readonly Option[], ledger: Ledger): string[] {
  if (options.length === 0) return ['  No option could be priced.'];
  const rows = options.map(
    (option) => [option.title, costOf(option, ledger), bandOf(option, ledger)] as const,
  );
  const width = Math.max(...rows.map(([title]) => title.length));
  return rows.map(([title, cost, band]) => `  ${title.padEnd(width)}  ${cost.padStart(26)}  ${band}`);
}

function costOf(option: Option, ledger: Ledger): string {
  const total = option.monthly ?? option.once;
  if (total === undefined) return 'not priced';
  return `${option.missing.length === 0 ? '' : 'at least '}${formatFigure(figureOf(ledger, total))}`;
}

function bandOf(option: Option, ledger: Ledger): string {
  const total = option.monthly ?? option.once;
  const band = total === undefined ? undefined : formatBand(figureOf(ledger, total));
  return band === undefined ? '' : `(${band})`;
}

function footer(
  { synthesis, base }: RunResult,
  ledgerHash: string | null,
  pdf: Uint8Array | undefined,
): string[] {
  return [
    ...base.missing.map(({ what, because }) => `Missing: ${what}: ${because}`),
    ...synthesis.questions.map(({ question }) => `Ask the client: ${question}`),
    `Ledger ${ledgerHash ?? 'not written'}`,
    ...(pdf === undefined ? ['No PDF was made.'] : []),
  ];
}
