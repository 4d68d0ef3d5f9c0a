import type { LlmServingWorkload } from '../../assessment/assessment.ts';
import { servingLoad } from '../../sizing/load/serving-load.ts';
import type { NeedContext } from '../draft.ts';
import type { Drafts } from '../drafts.ts';
import { tokenApiDrafts } from './token-api.ts';

/** Ways to serve a language model: by the token, on cloud GPUs, on own hardware. */
export function servingDrafts(context: NeedContext<LlmServingWorkload>): Drafts {
  const load = servingLoad(context.engine, context.workload);
  return { drafts: tokenApiDrafts(context, load), missing: [] };
}
