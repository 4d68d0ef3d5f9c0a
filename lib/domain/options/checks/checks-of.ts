import type { NeedContext, OptionDraft, Totals } from '../draft.ts';
import type { Check, Missing } from '../option.ts';
import { availabilityCheck } from './availability.ts';
import { budgetCheck } from './budget.ts';
import { deadlineCheck } from './deadline.ts';
import { keysCheck, opennessCheck } from './ownership.ts';
import { latencyCheck, peakCheck } from './performance.ts';
import { powerCheck } from './power.ts';
import { residencyCheck } from './residency.ts';
import { teamCheck } from './team.ts';

/** Every constraint that the client's answers put on this design, judged; a constraint that nobody stated is left out. */
export function checksOf(
  context: NeedContext,
  draft: OptionDraft,
  totals: Totals,
  missing: readonly Missing[],
): Check[] {
  return [
    residencyCheck(context, draft),
    latencyCheck(context, draft),
    peakCheck(context, draft),
    availabilityCheck(context, draft),
    deadlineCheck(context, draft),
    budgetCheck(context, totals, missing),
    teamCheck(context, draft),
    powerCheck(context, draft),
    opennessCheck(context, draft),
    keysCheck(context, draft),
  ].filter((check) => check !== undefined);
}
