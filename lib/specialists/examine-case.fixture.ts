import { readFileSync } from 'node:fs';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { computeBase } from '#lib/domain/analysis/compute-base.ts';
import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import { parseAssessmentText } from '#lib/domain/assessment/parse-assessment-text.ts';
import { meetClaims } from '#lib/domain/claims/meet-claims.ts';
import { ledgerOf } from '#lib/domain/figure/ledger.ts';
import { runIdentifiers } from '#lib/domain/gate/identifiers.ts';
import type { GateSources } from '#lib/domain/gate/pass-gate.ts';
import type { Prose } from '#lib/domain/gate/prose.ts';
import { quotesOf } from '#lib/domain/gate/quotes.ts';
import { mergeDrafts } from '#lib/domain/recommendation/merge-drafts.ts';
import { rankRecommendations } from '#lib/domain/recommendation/rank.ts';
import type { Findings, SpecialistResult } from '#lib/domain/run/run.ts';
import { specialists } from './registry.ts';

export const caseNames = [
  'clinical-notes',
  'support-saas',
  'fraud-bank',
  'foundation-lab',
  'city-public',
] as const;
export type CaseName = (typeof caseNames)[number];

/** The assessment of a shipped example. */
export function exampleCase(name: CaseName): Assessment {
  const text = readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), 'utf8');
  const parsed = parseAssessmentText(text);
  if (!parsed.ok) throw new Error(`The example ${name} does not parse.`);
  return parsed.assessment;
}

/** The catalogue as it ships, read once. */
export const catalogue = await readCatalogue();

/** Everything that a run computes of an assessment, without a database and before any model writes. */
export function examine(assessment: Assessment) {
  const base = computeBase(assessment, catalogue);
  const baseLedger = ledgerOf(base.figures);
  const results = specialists.map(({ name, investigate }): SpecialistResult => ({
    name,
    findings: investigate({ assessment, catalogue, ledger: baseLedger, needs: base.needs }),
    brief: [],
    author: { provider: 'none', model: 'none' },
    removals: [],
  }));
  const ledger = ledgerOf([...base.figures, ...results.flatMap(({ findings }) => findings.figures)]);
  const identifiers = runIdentifiers({ assessment, needs: base.needs, catalogue });
  const recommendations = rankRecommendations(mergeDrafts(results), {
    assessment,
    ledger,
    needs: base.needs,
  });
  const gate: GateSources = { ledger, identifiers, quotes: quotesOf(assessment) };
  return {
    assessment,
    base,
    results,
    ledger,
    gate,
    recommendations,
    ...meetClaims(results, assessment, ledger),
  };
}
export type Examined = ReturnType<typeof examine>;

/** Every piece of prose in findings that a person may read. */
export function proseOf({ statements, claims, recommendations, questions }: Findings): Prose[] {
  return [
    ...statements.map(({ text }) => text),
    ...claims.map(({ statement }) => statement),
    ...recommendations.flatMap((draft) => [
      draft.title,
      draft.summary,
      draft.benefit.because,
      draft.effort.because,
      draft.risk.because,
      ...draft.steps,
      ...draft.prerequisites,
      ...draft.risks,
    ]),
    ...questions.map(({ because }) => because),
  ];
}
