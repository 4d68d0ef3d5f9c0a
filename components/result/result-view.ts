import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import { fieldAt } from '#lib/domain/assessment/describe-answer.ts';
import { questionnairesOf } from '#lib/domain/assessment/questions.ts';
import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import type { FigureId } from '#lib/domain/figure/figure.ts';
import type { Ledger } from '#lib/domain/figure/ledger.ts';
import { type FigureContext, type FigureView, figureView } from '#lib/domain/figure/view.ts';
import type { Inline, Prose } from '#lib/domain/gate/prose.ts';
import type { BaseAnalysis, SpecialistResult, Synthesis } from '#lib/domain/run/run.ts';

/** What the sections of a result are rendered from. `say` lets nothing through that the gate would not. */
export type ResultView = {
  assessment: Assessment;
  assessmentId: string;
  base: BaseAnalysis;
  specialists: readonly SpecialistResult[];
  synthesis: Synthesis;
  ledger: Ledger;
  catalogue: Pick<Catalogue, 'assumptions' | 'index'>;
  say: (prose: Prose) => Inline[];
  /** One object per figure, so that a page that shows a figure twice sends it once. */
  figure: (id: FigureId) => FigureView;
};

/** The view of a result: prose passes the gate once, and each figure is explained once, however often the page shows them. */
export function resultView(result: Omit<ResultView, 'figure'>): ResultView {
  const context: FigureContext = {
    assessment: result.assessment,
    assumptions: result.catalogue.assumptions,
  };
  return {
    ...result,
    say: remembering(result.say),
    figure: remembering((id) => figureView(result.ledger, id, context)),
  };
}

function remembering<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const computed = compute(key);
    known.set(key, computed);
    return computed;
  };
}

/** The title of a need; the engagement as a whole has none of its own. */
export function titleOfNeed({ base }: ResultView, need: string): string {
  return base.needs.find(({ id }) => id === need)?.title ?? 'The whole engagement';
}

/** What is asked at a path of the assessment, with the workload or machine that it is asked of; undefined for other texts. */
export function questionOfPath(
  { assessment }: Pick<ResultView, 'assessment'>,
  path: string,
): string | undefined {
  const field = fieldAt(assessment, path);
  if (field === undefined) return undefined;
  const place = questionnairesOf(assessment).find((questionnaire) =>
    path.startsWith(`${questionnaire.path}.`),
  );
  return place === undefined || place.path === 'answers' ? field.label : `${field.label} (${place.title})`;
}
