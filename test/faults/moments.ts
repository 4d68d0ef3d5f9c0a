/** When a stack is killed, in the order in which a run comes to it. */
export const moments = [
  'while prepare computes',
  'between two steps',
  'while specialists work',
  'while the report is printed',
  'after the last step',
] as const;
export type Moment = (typeof moments)[number];

/** What the journal tells: a step's answer left the app, or the executor has it on disk. */
export type JournalLine = { kind: 'answered' | 'completed'; run: string; step: string };

/** What is left of a run when it has ended, without the times and ids that differ between two runs of the same answers. */
export type Outcome = {
  state: string;
  ledgerHash: string | null;
  /** Each event as text, with its number in front. */
  events: string[];
  reportSha256: string;
  /** How many documents each collection has. */
  documents: Record<string, number>;
};
