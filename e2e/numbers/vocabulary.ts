import { readFile } from 'node:fs/promises';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { computeBase } from '#lib/domain/analysis/compute-base.ts';
import { allAnswers, describeAnswer } from '#lib/domain/assessment/describe-answer.ts';
import { parseAssessmentText } from '#lib/domain/assessment/parse-assessment-text.ts';
import type { Figure } from '#lib/domain/figure/figure.ts';
import { formatBand, formatFigure, formatValue } from '#lib/domain/figure/format.ts';
import { hashLedger, ledgerOf } from '#lib/domain/figure/ledger.ts';
import { figureView } from '#lib/domain/figure/view.ts';
import { runIdentifiers } from '#lib/domain/gate/identifiers.ts';
import { specialists } from '#lib/specialists/registry.ts';

/** What a run of an example may show with digits in it. */
export type Vocabulary = {
  ledgerHash: string;
  /** Names, sources, dates of sources and the client's words. */
  names: string[];
  /** Every figure of the ledger as text: with its unit, without, and its band. */
  numbers: string[];
  /** Those of them that are assumptions, which a page lists as a table. */
  assumed: string[];
};

/** Computed anew from the example by the pure functions of the engine and the specialists, so from no page and no report. */
export async function vocabularyOf(example: URL): Promise<Vocabulary> {
  const parsed = parseAssessmentText(await readFile(example, 'utf8'));
  if (!parsed.ok) throw new Error(`${example.pathname} is not a valid assessment.`);
  const { assessment } = parsed;
  const catalogue = await readCatalogue();
  const { needs, figures: ofBase } = computeBase(assessment, catalogue);
  const input = { assessment, catalogue, ledger: ledgerOf(ofBase), needs };
  const ledger = ledgerOf([
    ...ofBase,
    ...specialists.flatMap((specialist) => specialist.investigate(input).figures),
  ]);
  const figures = [...ledger.values()];
  const views = figures.map(({ id }) =>
    figureView(ledger, id, { assessment, assumptions: catalogue.assumptions }),
  );
  const frameworks = new Map(catalogue.frameworks.map(({ id, label }) => [id, label]));
  const names = [
    ...runIdentifiers({ assessment, needs, catalogue }),
    ...needs.flatMap(({ options }) => options.map(({ title }) => title)),
    ...views.flatMap(({ label, source, asOf, formula }) => [
      label,
      source,
      asOf,
      formula?.source,
      formula?.expression,
      ...constantsIn(formula?.expression ?? ''),
    ]),
    ...catalogue.assumptions.flatMap(({ label, source, asOf }) => [label, source, asOf]),
    ...catalogue.controls.map(({ framework, control }) => `${frameworks.get(framework)} ${control}`),
    ...allAnswers(assessment).flatMap(({ field, answer }) => {
      const described = describeAnswer(field, answer);
      return [answer.quote, described, described.replace(/ \((stated|measured|believed)\)$/, '')];
    }),
  ];
  return {
    ledgerHash: hashLedger(ledger),
    names: names.filter((name) => name !== undefined),
    numbers: figures.flatMap(textsOf),
    assumed: figures.filter(({ kind }) => kind === 'assumed').flatMap(textsOf),
  };
}

/** What a formula multiplies and divides by, with the sign: the report writes the names between in words. */
function constantsIn(expression: string): string[] {
  return [...expression.matchAll(/[×÷*/+−-] ?\d[\d.,/]*/gu)].map(([constant]) => constant);
}

/** A column's head may say the period for its whole column. */
function textsOf(figure: Figure): string[] {
  const texts = [formatFigure(figure), formatBand(figure), formatValue(figure)];
  return texts
    .filter((text) => text !== undefined)
    .flatMap((text) => [text, text.replace(/ per (?:month|year)$/u, '')]);
}
