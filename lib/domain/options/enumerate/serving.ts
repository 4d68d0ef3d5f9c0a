import type { LlmServingWorkload } from '../../assessment/assessment.ts';
import { servingLoad } from '../../sizing/load/serving-load.ts';
import { candidateModels } from '../../sizing/serving/candidate-models.ts';
import type { NeedContext } from '../draft.ts';
import type { Drafts } from '../drafts.ts';
import { writeBreakEven } from '../../costing/break-even.ts';
import { gpuServingDrafts } from './gpu-serving.ts';
import { ownServingDrafts } from './own-serving.ts';
import { tokenApiDrafts } from './token-api.ts';

/** Ways to serve a language model: by the token, on cloud GPUs, on own hardware. */
export function servingDrafts(context: NeedContext<LlmServingWorkload>): Drafts {
  const load = servingLoad(context.engine, context.workload);
  const candidates = candidateModels(context.engine, context.workload);
  const byToken = tokenApiDrafts(context, load);
  const onGpus = gpuServingDrafts(context, candidates, load);
  writeBreakEven(context, load, byToken, onGpus);
  return { drafts: [...byToken, ...onGpus, ...ownServingDrafts(context, candidates, load)], missing: [] };
}
