import type { AnswerPath } from '../assessment/assessment.ts';
import type { FigureId } from '../figure/figure.ts';
import type { Prose } from '../gate/prose.ts';
import type { NeedId } from '../options/option.ts';
import type { SpecialistName } from '../run/specialist-name.ts';

/** What claims can be about, with the positions that can be taken. Only like subjects are compared. */
export const subjects = {
  'serving-location': ['token-api', 'gpu-cloud', 'own-hardware', 'cpu-cloud', 'edge'],
  'model-size': ['smaller-first', 'as-wanted'],
  regions: ['one-region', 'two-regions', 'active-active'],
  commitment: ['none-yet', 'use-existing', 'commit-1y', 'commit-3y'],
  platform: ['managed', 'kubernetes', 'single-node', 'existing-scheduler'],
  'build-or-buy': ['buy', 'build', 'both'],
  budget: ['fits', 'exceeds', 'cannot-tell'],
  deadline: ['met', 'missed', 'cannot-tell'],
  'rules-in-scope': ['as-stated', 'wider', 'narrower'],
  'first-step': ['security', 'pilot', 'contract', 'capacity', 'data', 'measure'],
  scope: ['all-at-once', 'fewer-first'],
} as const;
export type Subject = keyof typeof subjects;
export type PositionOn<S extends Subject> = (typeof subjects)[S][number];

/** What a claim rests on. */
export type Evidence =
  | { kind: 'answer'; answer: AnswerPath }
  | { kind: 'figure'; figure: FigureId }
  | { kind: 'control'; framework: string; control: string }
  | { kind: 'unanswered'; answer: AnswerPath };

/** A claim as a specialist makes it. */
export type ClaimDraft = {
  [S in Subject]: {
    subject: S;
    position: PositionOn<S>;
    need: NeedId;
    statement: Prose;
    evidence: Evidence[];
  };
}[Subject];

/** A claim with its author and a confidence computed from its evidence. */
export type Claim = ClaimDraft & { id: string; specialist: SpecialistName; confidence: Confidence };

/** 0 to 1 by the formula of `confidence.ts`, with the reasons a person can read. */
export type Confidence = { value: number; because: string[] };

/** Claims on one subject and need that take different positions: shown with all sides, never averaged. */
export type Dissent = { subject: Subject; need: NeedId; claims: string[] };

/** What only the client can settle. `costsUs` says what stays uncertain without it. */
export type Question = { answer: AnswerPath; question: string; because: Prose; specialist: SpecialistName };
