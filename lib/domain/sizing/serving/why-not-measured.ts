import type { Prose } from '../../gate/prose.ts';
import type { RefusalReason } from './calibrated/setup.ts';

/** Why the fitted model says nothing of a design, in a sentence for the client. */
export const whyNotMeasured: Readonly<Record<RefusalReason, Prose>> = {
  'shape-unknown': roughly('the shape of the model is not fully known'),
  'deployment-unknown': roughly('how the model would be spread over GPUs is not known'),
  'load-unknown': roughly('the requests at once are not known'),
  'gpu-not-measured': roughly('nobody has published measurements of such GPUs'),
  'gpu-figures-unknown': roughly('the data sheet of the GPU lacks figures'),
  'precision-unknown': roughly('no measurement is of such a precision'),
  'does-not-fit': roughly('the measured way to serve would not hold the model on these GPUs'),
  'context-exceeded': roughly('the longest requests exceed what the model can read'),
  'far-from-measurements': roughly('the requests or the model lie far outside of what was measured'),
};

function roughly(reason: string): Prose {
  return `Its times are a rough calculation and not fitted to measurements: ${reason}.`;
}
