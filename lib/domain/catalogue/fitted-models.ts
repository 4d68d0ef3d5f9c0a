import type { FittedServing } from '../sizing/serving/calibrated/fitted-serving.ts';
import type { FittedTraining } from '../sizing/training/calibrated/fitted-training.ts';

/** The models fitted to published measurements, as `npm run fit` stores them. */
export type FittedModels = { readonly serving: FittedServing; readonly training: FittedTraining };
