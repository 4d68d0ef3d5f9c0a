import type { FieldProblem } from '../../errors.ts';
import { computeBase } from '../analysis/compute-base.ts';
import type { Assessment } from '../assessment/assessment.ts';
import { type AssessmentEdit, editAssessment } from '../assessment/edit-assessment.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { BaseAnalysis } from '../run/run.ts';

/** An assessment with everything that follows from it. */
export type Analysed = { assessment: Assessment; analysis: BaseAnalysis };

/** `edit` is the place in the list of the edit that was refused. */
export type Scenario = ({ ok: true } & Analysed) | { ok: false; edit: number; problems: FieldProblem[] };

/**
 * The assessment after some edits, in their order, with its base ledger and options computed again; or the first edit
 * that does not fit, and why. The assessment given is never changed.
 */
export function scenario(
  assessment: Assessment,
  edits: readonly AssessmentEdit[],
  catalogue: Catalogue,
): Scenario {
  let edited = assessment;
  for (const [place, edit] of edits.entries()) {
    const result = editAssessment(edited, edit);
    if (!result.ok) return { ok: false, edit: place, problems: result.problems };
    edited = result.assessment;
  }
  return { ok: true, ...analysed(edited, catalogue) };
}

/** The assessment with its base ledger and options. */
export function analysed(assessment: Assessment, catalogue: Catalogue): Analysed {
  return { assessment, analysis: computeBase(assessment, catalogue) };
}
