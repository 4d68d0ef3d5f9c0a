import type { Figure } from '../../figure/figure.ts';
import { fig, type Prose } from '../../gate/prose.ts';
import type { DesignFacts, NeedContext, OptionDraft } from '../draft.ts';
import type { Check, Verdict } from '../option.ts';

/** The stated waiting times against those of the design; undefined when none was stated. */
export function latencyCheck({ engine, workload }: NeedContext, { facts }: OptionDraft): Check | undefined {
  const asked = (field: string) => engine.ledger.get(`answer.workloads.${workload.id}.${field}`);
  const pairs = [
    { allowed: asked('firstTokenTime'), takes: facts.firstTokenTime, what: 'The first words' },
    { allowed: asked('totalTime'), takes: facts.answerTime, what: 'The whole answer' },
    { allowed: asked('latencyP99'), takes: undefined, what: 'A decision' },
    { allowed: asked('queryTime'), takes: undefined, what: 'A query' },
  ].flatMap((pair) => (pair.allowed === undefined ? [] : [{ ...pair, allowed: pair.allowed }]));
  if (pairs.length === 0) return undefined;
  const judged = pairs.map(({ allowed, takes, what }) =>
    takes === undefined
      ? {
          verdict: 'cannot-tell' as const,
          because: `${what} may take ${fig(allowed)}; no measurement of this design says what it takes, only a load test will.`,
        }
      : {
          verdict: byBand(takes, allowed),
          because: `${what} may take ${fig(allowed)} and ${what === 'The first words' ? 'take' : 'takes'} about ${fig(takes)} at the peak.`,
        },
  );
  return {
    constraint: 'latency',
    verdict: worst(judged),
    because: withCaveat(judged.map(({ because }) => because).join(' '), facts),
  };
}

/** Whether the design carries the peak; undefined where no load is served. */
export function peakCheck({ workload }: NeedContext, { facts, service }: OptionDraft): Check | undefined {
  if (facts.peak === undefined) {
    if (workload.kind !== 'llm-serving' || service === 'token-api') return undefined;
    return {
      constraint: 'peak',
      verdict: 'cannot-tell',
      because: 'The load is not known: this is the smallest design that runs at all.',
    };
  }
  if (service === 'token-api')
    return {
      constraint: 'peak',
      verdict: 'cannot-tell',
      because: `The peak is ${fig(facts.peak)}; the rate limits of the account must allow it.`,
    };
  if (facts.capacity === undefined) return undefined;
  return {
    constraint: 'peak',
    verdict: within(facts.peak, facts.capacity),
    because: withCaveat(`The peak is ${fig(facts.peak)}, the design carries ${fig(facts.capacity)}.`, facts),
  };
}

/** Met or not when the whole band says so, else nobody can tell. */
function byBand(value: Figure, limit: Figure): Verdict {
  const { p10, p90 } = value.band ?? { p10: value.value, p90: value.value };
  if (p90 <= limit.value) return 'met';
  return p10 > limit.value ? 'not-met' : 'cannot-tell';
}

function withCaveat(because: Prose, { caveat }: DesignFacts): Prose {
  return caveat === undefined ? because : `${because} ${caveat}`;
}

/** Met or not when the whole band says so; a band that holds the limit cannot tell unless the base case is half of it. */
export function within(value: Figure, limit: Figure): Verdict {
  const { p10, p90 } = value.band ?? { p10: value.value, p90: value.value };
  if (p90 <= limit.value || value.value <= limit.value / 2) return 'met';
  return p10 > limit.value ? 'not-met' : 'cannot-tell';
}

function worst(judged: readonly { verdict: Verdict }[]): Verdict {
  if (judged.some(({ verdict }) => verdict === 'not-met')) return 'not-met';
  return judged.some(({ verdict }) => verdict === 'cannot-tell') ? 'cannot-tell' : 'met';
}
