import type { Figure } from '../../figure/figure.ts';
import type { Prose } from '../../gate/prose.ts';
import type { Certainty } from './requests-at-once.ts';

/** What one replica does at the peak. */
export type ReplicaTimes = {
  readonly kind: 'times';
  readonly firstTokenTime: Figure;
  readonly answerTime: Figure;
  readonly requestsPerSecond: Figure;
  /** Whether it keeps the times that the client stated, by the base case where no band is known yet. */
  readonly keepsTimes: Certainty;
  /** What a reader must know of these times. */
  readonly caveat: Prose | undefined;
};
