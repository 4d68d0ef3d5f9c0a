import type { Workload } from '../assessment/assessment.ts';
import type { NeedContext } from '../options/draft.ts';
import type { Drafts } from '../options/drafts.ts';
import { generalDrafts } from '../options/enumerate/general.ts';
import { servingDrafts } from '../options/enumerate/serving.ts';
import { finishOption } from '../options/finish-option.ts';
import type { Option } from '../options/option.ts';
import type { Need } from '../run/run.ts';

/** One need with its priced options, the cheapest per month first; options without a monthly price come last. */
export function needOf(context: NeedContext): Need {
  const { engine, workload } = context;
  const { drafts, missing } = draftsOf(context, workload);
  const options = drafts.map((draft) => finishOption(context, draft));
  const costOf = (option: Option) => {
    const id = option.monthly ?? option.once;
    return (id === undefined ? undefined : engine.ledger.get(id)?.value) ?? Number.POSITIVE_INFINITY;
  };
  return {
    id: workload.id,
    title: workload.name,
    options: options.toSorted((a, b) => costOf(a) - costOf(b) || (a.id < b.id ? -1 : 1)),
    missing,
  };
}

function draftsOf(context: NeedContext, workload: Workload): Drafts {
  switch (workload.kind) {
    case 'llm-serving':
      return servingDrafts({ ...context, workload });
    case 'general':
      return generalDrafts({ ...context, workload });
    default:
      return {
        drafts: [],
        missing: [
          { what: 'Sizing', because: 'This kind of workload is not sized by this version of the engine.' },
        ],
      };
  }
}
