import { readValue } from '../../assessment/read-answer.ts';
import type { NeedContext, OptionDraft } from '../draft.ts';
import type { Check } from '../option.ts';

/** Whether the model's weights are open, where the client asks for it; undefined where it does not or no model is used. */
export function opennessCheck({ engine, workload }: NeedContext, { facts }: OptionDraft): Check | undefined {
  const policy = readValue(engine.assessment.answers.openSourcePreferred);
  const required =
    policy === 'required' ||
    (workload.kind === 'llm-serving' && readValue(workload.answers.openModelRequired) === true);
  if ((!required && policy !== 'preferred') || facts.openWeights === undefined) return undefined;
  if (facts.openWeights)
    return {
      constraint: 'openness',
      verdict: 'met',
      because: 'The weights can be had and run elsewhere; the licence must still be read.',
    };
  return {
    constraint: 'openness',
    verdict: required ? 'not-met' : 'cannot-tell',
    because:
      'The weights are not open. Whether an exception to the policy is possible is for the client to say.',
  };
}

/** Whether the client holds the keys, where it must; undefined where it need not. */
export function keysCheck({ engine }: NeedContext, { service }: OptionDraft): Check | undefined {
  if (readValue(engine.assessment.answers.ownKeys) !== true) return undefined;
  if (service === 'own-hardware')
    return {
      constraint: 'keys',
      verdict: 'met',
      because: "Data and keys stay on the client's own machines.",
    };
  return {
    constraint: 'keys',
    verdict: 'cannot-tell',
    because:
      'Keys must be managed by the client, and held outside the provider if policy says so; that is a matter of set-up and contract which no price row settles.',
  };
}
