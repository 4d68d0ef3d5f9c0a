import type { LlmServingWorkload } from '../../assessment/assessment.ts';
import { servingLoad } from '../../sizing/load/serving-load.ts';
import { type CandidateModel, candidateModels } from '../../sizing/serving/candidate-models.ts';
import type { NeedContext, OptionDraft } from '../draft.ts';
import type { Drafts } from '../drafts.ts';
import type { Missing } from '../option.ts';
import { writeBreakEven } from '../../costing/break-even.ts';
import { gpuServingDrafts } from './gpu-serving.ts';
import { ownServingDrafts } from './own-serving.ts';
import { smallGpuCloudDrafts } from './small-gpu-clouds.ts';
import { tokenApiDrafts } from './token-api.ts';

/** Ways to serve a language model: by the token, on cloud GPUs, on own hardware. */
export function servingDrafts(context: NeedContext<LlmServingWorkload>): Drafts {
  const load = servingLoad(context.engine, context.workload);
  const candidates = candidateModels(context.engine, context.workload);
  const byToken = tokenApiDrafts(context, load);
  const onGpus = gpuServingDrafts(context, candidates, load);
  writeBreakEven(context, load, byToken, onGpus);
  const drafts = [
    ...byToken,
    ...onGpus,
    ...candidates.slice(-1).flatMap((smallest) => smallGpuCloudDrafts(context, smallest, load)),
    ...ownServingDrafts(context, candidates, load),
  ];
  return { drafts, missing: candidates.flatMap((candidate) => unplaced(candidate, onGpus)) };
}

/** A model that no single rented machine holds is named: several machines per replica are not sized yet. */
function unplaced({ model }: CandidateModel, onGpus: readonly OptionDraft[]): Missing[] {
  if (onGpus.some(({ design }) => design.model === model.name)) return [];
  const because =
    'No rented machine with a price in the allowed places holds it; replicas over several machines are not sized.';
  return [{ what: `Rented machines for ${model.name}`, because }];
}
