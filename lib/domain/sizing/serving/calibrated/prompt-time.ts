import type { ServingCase } from './serving-case.ts';

/** What part of the data sheet's rates a prompt achieves, and how much slower experts with integer weights are. */
export type PromptShares = {
  readonly dense: number;
  readonly experts: number;
  readonly link: number;
  readonly integer: number;
};

/**
 * Time to read one prompt alone, ms: 2 FLOP per parameter and token over the achieved rate (Kaplan et al., Scaling Laws
 * for Neural Language Models, 2020, section 2.1), attention over the earlier half of the prompt on average at half the
 * 16-bit rate, and the exchange of its activations.
 */
export function promptTimeMs(at: ServingCase, shares: PromptShares): number {
  const attention = (at.attentionMsPerTokenPair * at.inputTokens) / 2 / 0.5;
  const experts = at.expertMsPerToken * at.attentionData * shares.integer;
  return (
    at.inputTokens *
    (at.denseMsPerToken / shares.dense +
      experts / shares.experts +
      attention +
      at.exchangeMsPerToken / shares.link)
  );
}
