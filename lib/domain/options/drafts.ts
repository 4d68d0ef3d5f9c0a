import type { OptionDraft } from './draft.ts';
import type { Missing } from './option.ts';

/** Designs of a need, and what kept others from being made. */
export type Drafts = { drafts: OptionDraft[]; missing: Missing[] };
