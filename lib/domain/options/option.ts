import type { FigureId } from '../figure/figure.ts';
import type { Prose } from '../gate/prose.ts';

/** The id of a workload, or `whole` for what concerns the engagement as a whole. */
export type NeedId = string;
export const wholeEngagement: NeedId = 'whole';

export const serviceKinds = {
  'token-api': 'Token API',
  'gpu-cloud': 'Self-hosted on cloud GPUs',
  'own-hardware': 'Own hardware',
  'cpu-cloud': 'Cloud CPUs',
  'training-cloud': 'Training on cloud GPUs',
  'edge-devices': 'Edge devices',
  'vector-search': 'Vector search on cloud machines',
  'general-cloud': 'Cloud machines',
} as const;
export type ServiceKind = keyof typeof serviceKinds;

/** `${need}.${service}.${design slug}`: stable from run to run, so that a person's edits survive. Lower case, digits, dots, dashes. */
export type OptionId = string;

/** Part of a price that could not be told: it is named, never counted as zero. */
export type Missing = { what: string; because: string; settledBy?: string | undefined };

/** What an option costs, part by part. `monthly` of a part is absent when the part is a one-off. */
export type CostPart = {
  key: string;
  label: string;
  monthly?: FigureId | undefined;
  once?: FigureId | undefined;
};

export type Verdict = 'met' | 'not-met' | 'cannot-tell';
export const constraints = {
  residency: 'Data stays where it must',
  latency: 'Answers fast enough',
  peak: 'Serves the stated peak',
  availability: 'Stated availability',
  deadline: 'Ready in time',
  budget: 'Within the budget',
  team: "Within the team's ability",
  power: 'Within the power of the room',
  openness: 'Open model or source',
  keys: 'Keys under own control',
} as const;
export type Constraint = keyof typeof constraints;

/** One constraint of the client, judged for an option. */
export type Check = { constraint: Constraint; verdict: Verdict; because: Prose };

export type Design = {
  provider: string;
  /** A code of the catalogue's regions, or absent for a provider that does not name one. */
  region?: string | undefined;
  sku?: string | undefined;
  accelerator?: string | undefined;
  model?: string | undefined;
  purchase: 'ondemand' | 'spot' | '1y' | '3y' | 'per-token' | 'owned';
  /** The number of machines, as a figure. */
  machines?: FigureId | undefined;
};

/** One feasible design for one need, priced as far as rows carry. */
export type Option = {
  id: OptionId;
  need: NeedId;
  service: ServiceKind;
  title: string;
  design: Design;
  parts: CostPart[];
  /** Sum of the monthly parts that could be priced; a lower bound when `missing` is not empty. */
  monthly?: FigureId | undefined;
  yearly?: FigureId | undefined;
  once?: FigureId | undefined;
  missing: Missing[];
  checks: Check[];
  /** Prices that rest on an assumed ratio and not on a row of their own: such an option cannot win a ranking by itself. */
  proxy: boolean;
};

/** Options whose missing sets differ are not comparable on cost alone. */
export function missingSignature(option: Option): string {
  return option.missing
    .map((part) => part.what)
    .toSorted()
    .join('|');
}
