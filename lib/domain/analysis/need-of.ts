import type { Workload } from '../assessment/assessment.ts';
import { cloudOptions } from '../assessment/vocabulary.ts';
import { clouds } from '../catalogue/prices.ts';
import type { NeedContext } from '../options/draft.ts';
import type { Drafts } from '../options/drafts.ts';
import { batchDrafts } from '../options/enumerate/batch.ts';
import { classicalDrafts } from '../options/enumerate/classical.ts';
import { edgeDrafts } from '../options/enumerate/edge.ts';
import { fineTuningDrafts } from '../options/enumerate/fine-tuning.ts';
import { generalDrafts } from '../options/enumerate/general.ts';
import { retrievalDrafts } from '../options/enumerate/retrieval.ts';
import { trainingDrafts } from '../options/enumerate/training.ts';
import { servingDrafts } from '../options/enumerate/serving.ts';
import { finishOption } from '../options/finish-option.ts';
import type { Missing, Option } from '../options/option.ts';
import type { Need } from '../run/run.ts';
import { writeOutlook } from '../sizing/load/outlook.ts';

/** One need with its priced options, the cheapest first; those of which no bill could be priced come last. */
export function needOf(context: NeedContext): Need {
  const { engine, workload } = context;
  const { drafts, missing } = draftsOf(context, workload);
  writeOutlook(engine, workload);
  const options = drafts.map((draft) => finishOption(context, draft));
  const costOf = ({ id, monthly, once }: Option) => {
    const billed = engine.ledger.get(`cost.${id}.bills.monthly`) !== undefined;
    const total = billed ? monthly : once;
    return (total === undefined ? undefined : engine.ledger.get(total)?.value) ?? Number.POSITIVE_INFINITY;
  };
  return {
    id: workload.id,
    title: workload.name,
    options: options.toSorted((a, b) => costOf(a) - costOf(b) || (a.id < b.id ? -1 : 1)),
    missing: [...missing, ...unpricedClouds(context)],
  };
}

/** Clouds without a machine price where the data may be: why they are not among the options. */
function unpricedClouds({ market, workload }: NeedContext): Missing[] {
  if (workload.kind === 'edge-inference') return [];
  return clouds
    .filter((cloud) => !market.offers.some((offer) => offer.cloud === cloud))
    .map((cloud) => ({
      what: `Machines of ${cloudOptions[cloud]}`,
      because: 'The catalogue has no machine price of this cloud in a place where the data may be.',
    }));
}

function draftsOf(context: NeedContext, workload: Workload): Drafts {
  switch (workload.kind) {
    case 'llm-serving':
      return servingDrafts({ ...context, workload });
    case 'retrieval':
      return retrievalDrafts({ ...context, workload });
    case 'training':
      return trainingDrafts({ ...context, workload });
    case 'fine-tuning':
      return fineTuningDrafts({ ...context, workload });
    case 'classical-inference':
      return classicalDrafts({ ...context, workload });
    case 'batch':
      return batchDrafts({ ...context, workload });
    case 'edge-inference':
      return edgeDrafts({ ...context, workload });
    case 'general':
      return generalDrafts({ ...context, workload });
  }
}
