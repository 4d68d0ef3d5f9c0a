import { readValue } from '../../assessment/read-answer.ts';
import { redundancyAsked } from '../../costing/machine-parts.ts';
import type { NeedContext, OptionDraft } from '../draft.ts';
import type { Check, Verdict } from '../option.ts';

/** Whether the design has the redundancy that the stated availability needs; undefined when none was stated. */
export function availabilityCheck(
  { engine, workload }: NeedContext,
  { facts, service }: OptionDraft,
): Check | undefined {
  const asked = redundancyAsked(workload);
  if (asked === undefined) return undefined;
  if (facts.redundancy === 'by-provider')
    return check('cannot-tell', 'The availability that the provider promises is not in the catalogue.');
  if (asked === 'none') return check('met', 'Single failures may stop it for as long as the client accepts.');
  if (facts.redundancy === 'second-region')
    return check('met', 'A second region takes over when the first fails. Failing over must be exercised.');
  if (asked === 'second-region')
    return check('not-met', 'The stated availability needs a second region, and this design has none.');
  if (facts.redundancy === 'none') return check('not-met', 'A failure stops it: there is no spare machine.');
  const recovery = readValue(engine.assessment.answers.disasterRecovery);
  const tested = recovery === 'standby' || recovery === 'multi-region' || recovery === 'active-active';
  return tested || service === 'own-hardware'
    ? check('met', 'A spare machine stands in for one that fails.')
    : check(
        'cannot-tell',
        'A spare machine stands in for one that fails. A failure of the region lasts until the client has recovered elsewhere, and that has not been shown.',
      );
}

function check(verdict: Verdict, because: string): Check {
  return { constraint: 'availability', verdict, because };
}
