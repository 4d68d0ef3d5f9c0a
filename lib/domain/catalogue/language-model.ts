import type { Row } from './provenance.ts';

/** Shape of an open-weight language model. */
export type LanguageModel = Row<'models'> & {
  /** Hugging Face id. */
  readonly name: string;
  readonly parametersTotal: number | null;
  /** Per token; counts input embedding and output head, so slightly above vendors' figures. */
  readonly parametersActive: number | null;
  /** `computed` from the shape, `published`, or read off the `model name`. */
  readonly parametersBasis: string | null;
  readonly layers: number;
  readonly hiddenSize: number | null;
  readonly attentionHeads: number | null;
  readonly kvHeads: number | null;
  readonly headDimension: number | null;
  readonly vocabulary: number | null;
  readonly contextTokens: number | null;
  readonly intermediateSize: number | null;
  readonly moeExperts: number | null;
  readonly moeActiveExperts: number | null;
  readonly moeSharedExperts: number | null;
  readonly moeIntermediateSize: number | null;
  /** Latent plus rotary part, per layer; null without multi-head latent attention. */
  readonly mlaKvDimension: number | null;
  /** All layers that grow with context. Never derive it from layers x heads: hybrid models have few such layers. */
  readonly kvBytesPerTokenBf16: number | null;
  readonly attention: string;
  /** A label to check, not legal advice. */
  readonly licence: string | null;
  readonly note: string | null;
};

/** Price of a hosted model by the token. */
export type TokenPrice = Row<'token-prices'> & {
  readonly provider: string;
  readonly model: string;
  readonly kind: 'chat' | 'embedding';
  readonly usdPerMillionTokensInput: number;
  /** Read price of a cached prompt. */
  readonly usdPerMillionTokensCachedInput: number | null;
  readonly usdPerMillionTokensOutput: number | null;
  readonly contextTokens: number | null;
  /** `agrees`, or `differs: in/out` with the second source's figures; null: no second source. */
  readonly secondSource: string | null;
  /** Long prompts and other conditions under which the price is another one. */
  readonly note: string | null;
};
