import type { Claim, Dissent, Question } from '../claims/claim.ts';
import type { Figure } from '../figure/figure.ts';
import type { Inline } from '../gate/prose.ts';
import type { Missing, NeedId, Option } from '../options/option.ts';
import type { Recommendation, RecommendationDraft } from '../recommendation/recommendation.ts';
import type { ClaimDraft } from '../claims/claim.ts';
import type { SpecialistName } from './specialist-name.ts';

export const runStates = ['queued', 'running', 'completed', 'degraded', 'failed', 'cancelled'] as const;
export type RunState = (typeof runStates)[number];
/** A run in one of these will not change by itself. */
export const finalRunStates: readonly RunState[] = ['completed', 'degraded', 'failed', 'cancelled'];

export const runPhases = {
  prepare: 'Prepare',
  specialists: 'Specialists',
  review: 'Review',
  synthesise: 'Synthesise',
  deliver: 'Deliver',
} as const;
export type RunPhase = keyof typeof runPhases;

/** One need of the engagement: a workload, with its options from cheapest priced on. */
export type Need = { id: NeedId; title: string; options: Option[]; missing: Missing[] };

/** What prepare computes: the base ledger and the priced options of every need. */
export type BaseAnalysis = { figures: Figure[]; needs: Need[]; missing: Missing[] };

/** A sentence or two that a specialist says from its facts, with the weight that orders them. */
export type Statement = { topic: string; weight: number; text: string };

/** What a specialist finds by pure functions, before any model has written a word. */
export type Findings = {
  figures: Figure[];
  statements: Statement[];
  claims: ClaimDraft[];
  recommendations: RecommendationDraft[];
  questions: Omit<Question, 'specialist'>[];
};

/** A sentence that the gate took out, and why. */
export type Removal = { sentence: string; because: string };

/** Which model wrote the brief; `analyst` is the built-in one. */
export type Author = { provider: string; model: string };

/** What is stored of a finished specialist. */
export type SpecialistResult = {
  name: SpecialistName;
  findings: Findings;
  brief: Inline[][];
  author: Author;
  removals: Removal[];
};

/** What synthesise stores. */
export type Synthesis = {
  claims: Claim[];
  dissents: Dissent[];
  questions: Question[];
  recommendations: Recommendation[];
  ledgerHash: string;
};
