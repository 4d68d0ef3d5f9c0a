import type { JudgedServing } from './judge-serving.ts';
import type { JudgedTraining } from './judge-training.ts';
import { bandScoreOf, scoreOf } from './score.ts';
import { type AccuracyLine, accuracyLines, groupLines, refusals } from './tables.ts';

export type Judgement = {
  /** By a model without the row's (architecture, GPU) group. */
  readonly serving: readonly JudgedServing[];
  /** By a model without any row of the row's architecture. */
  readonly servingByArchitecture: readonly JudgedServing[];
  readonly training: readonly JudgedTraining[];
};

/** The accuracy statement as Markdown: what `docs/accuracy.md` holds. */
export function accuracyStatement(judgement: Judgement): string {
  return [
    '# How accurate the predictions are',
    '',
    'Written by `npm run bench -- accuracy`; the coefficients come from `npm run fit`. Every figure is about set-ups that',
    'the model had not seen: all measurements of one (architecture, GPU) group are left out, the model and its bands are',
    'fitted to the others, and the group is predicted. Variants of one shape (tuned, quantised, next version) are one',
    'architecture. Errors are |predicted / measured - 1|; bands claim to hold 80 % of the measurements.',
    '',
    '## Serving a language model',
    '',
    ...servingTable(accuracyLines(judgement.serving)),
    '',
    'The roofline beside it is the calculation on the back of an envelope: all weights and caches over the data sheet’s',
    'bandwidth, the prompt’s FLOP over the data sheet’s rate. Repeats of one set-up in the data differ by 10 % at the',
    'median, so no model can do much better than that. Time to first token is harder than the table can show: it holds the',
    'compilation of kernels and the way a benchmark sends its first requests, which no column describes.',
    '',
    ...refusalList(judgement.serving),
    '',
    '### Stricter: the whole architecture left out',
    '',
    ...servingTable(accuracyLines(judgement.servingByArchitecture)),
    '',
    '### By group: one pool, time per output token',
    '',
    ...groupTable(judgement.serving),
    '',
    '## Training',
    '',
    ...trainingTable(judgement.training),
    '',
    ...trainingRuns(judgement.training),
    '',
    '## Where it does not hold',
    '',
    '- Measured are NVIDIA Hopper and Blackwell GPUs with TensorRT-LLM, SGLang and vLLM, mostly at 4 to 128 requests at the',
    '  same time. Ampere and Ada, and parts without NVLink, are answered with bands widened by judgement, other accelerators',
    '  are refused.',
    '- Speculative decoding, prefix caching and engine versions are not inputs. Some rows take half the time of otherwise',
    '  equal ones, as if they had used one of them; they are part of the errors above 1.5x.',
    '- Pipeline parallelism and copies of a model over several machines were never measured in one pool.',
    '- Left out are rows, not ideas: the formulas were worked out while looking at these same groups, so groups that nobody',
    '  has looked at may come out somewhat worse.',
    '- Training has few runs: one more or less within 1.5x is',
    `  ${percent(1 / judgement.training.length)}. How strongly generations and sizes are pooled`,
    '  was set by round guesses, and it matters. Tried on the same runs, twice as strong brought 93 % within 1.5x, half as',
    '  strong 80 %, hardly any 73 %; with the distilled run of 3 billion parameters learned from too, half as strong 60 %.',
    '',
  ].join('\n');
}

function servingTable(lines: readonly AccuracyLine[]): string[] {
  return table(
    [
      'mode',
      'latency',
      'rows',
      'refused',
      'median error',
      'within 1.5x',
      'within 2x',
      'in the band',
      'mean over groups',
      'p90 / p10',
      'interval score',
      'roofline: median error',
      'within 2x',
    ],
    lines.map(({ mode, latency, rows, refused, score, band, roofline }) => [
      mode,
      latency,
      String(rows),
      percent(refused),
      percent(score.medianError),
      percent(score.within1_5),
      percent(score.within2),
      percent(band.coverage),
      percent(band.groupCoverage),
      band.medianWidth.toFixed(1),
      band.intervalScore.toFixed(2),
      percent(roofline.medianError),
      percent(roofline.within2),
    ]),
  );
}

function refusalList(judged: readonly JudgedServing[]): string[] {
  const found = refusals(judged);
  if (found.length === 0) return ['No row was refused.'];
  return ['Refused rows by reason:', '', ...found.map(({ what, rows }) => `- ${what}: ${rows}`)];
}

function groupTable(judged: readonly JudgedServing[]): string[] {
  return table(
    ['group', 'rows', 'median error', 'within 1.5x', 'in the band'],
    groupLines(judged).map(({ group, score, band }) => [
      group,
      String(score.rows),
      percent(score.medianError),
      percent(score.within1_5),
      percent(band.coverage),
    ]),
  );
}

function trainingTable(runs: readonly JudgedTraining[]): string[] {
  const model = scoreOf(runs);
  const single = scoreOf(runs.map(({ measured, single: p50 }) => ({ measured, p50 })));
  const best = scoreOf(runs.map(({ measured, hindsight: p50 }) => ({ measured, p50 })));
  const band = bandScoreOf(runs);
  return table(
    ['GPU-hours, each run left out', 'runs', 'median error', 'within 1.5x', 'within 2x', 'in the band'],
    [
      [
        'utilisation by size and generation',
        String(model.rows),
        percent(model.medianError),
        percent(model.within1_5),
        percent(model.within2),
        percent(band.coverage),
      ],
      [
        'one utilisation, the median of the other runs',
        String(single.rows),
        percent(single.medianError),
        percent(single.within1_5),
        percent(single.within2),
        '',
      ],
      [
        'one utilisation, the best in hindsight (nothing left out)',
        String(best.rows),
        percent(best.medianError),
        percent(best.within1_5),
        percent(best.within2),
        '',
      ],
    ],
  );
}

function trainingRuns(runs: readonly JudgedTraining[]): string[] {
  return [
    'Usable are published runs of a nominal 7 billion parameters and more that are not disputed, not distilled, and whose',
    'tokens agree with the recorded arithmetic: ' + runs.map(({ name }) => name).join(', ') + '.',
  ];
}

/** A Markdown table with aligned columns, as the formatter wants it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
