import type { LlmServingWorkload } from '../../assessment/assessment.ts';
import type { GpuCloudPrice } from '../../catalogue/prices.ts';
import { selectablePrice } from '../../catalogue/selectable-price.ts';
import { redundancyAsked } from '../../costing/machine-parts.ts';
import type { Figure } from '../../figure/figure.ts';
import { assumed } from '../../figure/leaves/assumed.ts';
import { listed, measured } from '../../figure/leaves/catalogued.ts';
import { sketchOver } from '../../figure/leaves/engine.ts';
import type { ServingLoad } from '../../sizing/load/serving-load.ts';
import type { CandidateModel } from '../../sizing/serving/candidate-models.ts';
import type { ServingPart } from '../../sizing/serving/serving-part.ts';
import { sizeServing } from '../../sizing/serving/size-serving.ts';
import type { NeedContext, OptionDraft } from '../draft.ts';
import { optionId } from '../draft.ts';
import type { Missing } from '../option.ts';
import {
  allowedTimes,
  loadGap,
  machinesFor,
  rankOf,
  isLower,
  servingFacts,
  servingPart,
} from './gpu-serving.ts';
import { missingParts } from '../missing-parts.ts';

/**
 * The cheapest machine of the smaller GPU clouds for a model. Their prices are one snapshot without a second source, so that
 * such an option is a hint and not a finding; their places are not in the catalogue, so that there is none where the data is
 * bound to a place.
 */
export function smallGpuCloudDrafts(
  context: NeedContext<LlmServingWorkload>,
  candidate: CandidateModel,
  load: ServingLoad,
): OptionDraft[] {
  if (context.residency.length > 0) return [];
  const base = context.engine.ledger.ledger();
  const allowed = allowedTimes(context);
  let best: { row: GpuCloudPrice; part: ServingPart; rank: number[] } | undefined;
  for (const row of context.engine.catalogue.gpuClouds) {
    const part = servingPart(context, row.gpuModel);
    const usdPerHour = selectablePrice(row, 'ondemand');
    if (part === undefined || usdPerHour === undefined) continue;
    const sketch = sketchOver(context.engine, base);
    const size = sizeServing(sketch, 'sketch', candidate, part, 0, row.gpuCount, load, allowed);
    if (size === undefined) continue;
    const rank = rankOf(context, size, { gpuCount: row.gpuCount, usdPerHour }, allowed);
    if (best === undefined || isLower(rank, best.rank)) best = { row, part, rank };
  }
  const draft = best && draftOf(context, candidate, load, best.row, best.part);
  return draft === undefined ? [] : [draft];
}

function draftOf(
  context: NeedContext<LlmServingWorkload>,
  candidate: CandidateModel,
  load: ServingLoad,
  row: GpuCloudPrice,
  part: ServingPart,
): OptionDraft | undefined {
  const { engine, workload } = context;
  const { name } = candidate.model;
  const id = optionId(
    workload.id,
    'gpu-cloud',
    row.provider,
    name.slice(name.lastIndexOf('/') + 1),
    'ondemand',
  );
  const size = sizeServing(
    engine,
    `size.${id}`,
    candidate,
    part,
    0,
    row.gpuCount,
    load,
    allowedTimes(context),
  );
  const value = selectablePrice(row, 'ondemand');
  if (size === undefined || value === undefined) return undefined;
  const gpusOfMachine = measured(engine, row, {
    column: 'gpuCount',
    label: `GPUs of ${row.sku}`,
    unit: 'gpus',
    value: row.gpuCount,
  });
  const usdPerHour = listed(engine, row, {
    column: 'ondemand',
    label: `${row.sku}, on demand`,
    unit: 'usd-per-hour',
    value,
  });
  const asked = redundancyAsked(workload);
  const needed = machinesFor(context, id, size, gpusOfMachine);
  const machines = asked === 'spare-machine' ? withSpare(context, id, needed) : needed;
  const monthly = engine.ledger.compute(
    { id: `cost.${id}.compute.monthly`, label: 'Machines, spare ones included', unit: 'usd-per-month' },
    'machines-per-month',
    { usdPerHour, hoursPerMonth: assumed(engine, 'month.hours'), machines },
  );
  return {
    id,
    service: 'gpu-cloud',
    title: `${name} on ${row.sku} (${part.model}) of ${row.provider}, on demand`,
    design: {
      provider: row.provider,
      sku: row.sku,
      accelerator: part.model,
      model: name,
      purchase: 'ondemand',
    },
    machines,
    parts: [{ key: 'compute', label: 'Machines, spare ones included', monthly }],
    missing: [...secondSource(row), ...loadGap(workload.id, size)],
    proxy: false,
    facts: {
      redundancy: asked === 'spare-machine' ? 'spare-machine' : 'none',
      part,
      openWeights: true,
      ...servingFacts(context, id, size, load),
    },
  };
}

function withSpare({ engine }: NeedContext, id: string, count: Figure): Figure {
  return engine.ledger.compute(
    { id: `size.${id}.machines-with-spare`, label: 'Machines, one of them spare', unit: 'machines' },
    'one-more',
    { count },
  );
}

function secondSource({ provider }: GpuCloudPrice): Missing[] {
  return [
    {
      what: missingParts.confirmedPrice,
      because: `The price of ${provider} is one snapshot: ask for an offer before it is compared.`,
    },
  ];
}
