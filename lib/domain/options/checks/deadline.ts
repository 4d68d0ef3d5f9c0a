import { fig } from '../../gate/prose.ts';
import type { NeedContext, OptionDraft } from '../draft.ts';
import type { Check } from '../option.ts';
import { within } from './performance.ts';

/** Whether one-off work is done in the stated time; undefined when no deadline was stated. */
export function deadlineCheck({ engine, workload }: NeedContext, { facts }: OptionDraft): Check | undefined {
  const deadline = engine.ledger.get(`answer.workloads.${workload.id}.deadline`);
  if (deadline === undefined) return undefined;
  if (facts.doneIn === undefined)
    return {
      constraint: 'deadline',
      verdict: 'cannot-tell',
      because: `It must be done in ${fig(deadline)}; when the machines are there is not known.`,
    };
  return {
    constraint: 'deadline',
    verdict: within(facts.doneIn, deadline),
    because: `It must be done in ${fig(deadline)}; the computing takes ${fig(facts.doneIn)} once it starts.`,
  };
}
