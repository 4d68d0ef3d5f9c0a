import type { Assessment } from '../assessment/assessment.ts';
import { type AssessmentEdit, editAssessment } from '../assessment/edit-assessment.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { ledgerOf } from '../figure/ledger.ts';
import type { NeedId, OptionId } from '../options/option.ts';
import { choicesOf, type FlippedChoice } from './diff-analyses.ts';
import { analysed } from './scenario.ts';

/**
 * Which edits a flip is due to, as places in the list of edits. `needed`: without this edit alone the choice is what it was
 * before. `enough`: this edit alone makes the same choice as all of them. An edit may be both; when no edit is either, only
 * several together make the difference.
 */
export type AttributedFlip = FlippedChoice & { needed: number[]; enough: number[] };

/**
 * Lays every flip of a scenario at the door of its edits, by taking out one edit at a time and by making one at a time.
 * An edit that cannot be made without the one taken out, such as an answer about a workload that it adds, goes with it.
 */
export function attributeFlips(
  assessment: Assessment,
  edits: readonly AssessmentEdit[],
  flips: readonly FlippedChoice[],
  catalogue: Catalogue,
): AttributedFlip[] {
  if (flips.length === 0) return [];
  const choicesAfter = (some: readonly AssessmentEdit[]): Map<NeedId, OptionId> => {
    const after = analysed(afterFittingEdits(assessment, some), catalogue);
    return choicesOf(after, ledgerOf(after.analysis.figures));
  };
  const without = edits.map((_, out) => choicesAfter(edits.filter((_edit, place) => place !== out)));
  const alone = edits.map((edit) => choicesAfter([edit]));
  const places = (
    all: readonly ReadonlyMap<NeedId, OptionId>[],
    need: NeedId,
    option: OptionId | undefined,
  ) => all.flatMap((choices, place) => (choices.get(need) === option ? [place] : []));
  return flips.map((flip) => ({
    ...flip,
    needed: places(without, flip.need, flip.before),
    enough: places(alone, flip.need, flip.after),
  }));
}

function afterFittingEdits(assessment: Assessment, edits: readonly AssessmentEdit[]): Assessment {
  return edits.reduce((edited, edit) => {
    const result = editAssessment(edited, edit);
    return result.ok ? result.assessment : edited;
  }, assessment);
}
