/** A training run to predict. Null is unknown. */
export type TrainingSetup = {
  readonly parameters: number;
  /** Per token, for a mixture of experts. */
  readonly activeParameters: number | null;
  readonly tokens: number;
  /** GPUs that compute together. */
  readonly gpus: number | null;
};

export type Quantiles = { readonly p10: number; readonly p50: number; readonly p90: number };

export type TrainingPrediction = {
  readonly kind: 'prediction';
  readonly gpuHours: Quantiles;
  /** Null when the number of GPUs is unknown. */
  readonly wallHours: Quantiles | null;
  /** Tonnes of CO2 equivalents, location based, as model cards compute them; null without the part's power. */
  readonly tonnesCo2e: Quantiles | null;
  /** Median share of the data sheet's dense 16-bit rate that reaches 6ND. */
  readonly utilisation: number;
  /** Why the band is wider than usual. */
  readonly notes: readonly string[];
};

export type TrainingRefusal = {
  readonly kind: 'refusal';
  readonly reason: 'gpu-not-known' | 'far-from-measurements';
  readonly say: string;
};
