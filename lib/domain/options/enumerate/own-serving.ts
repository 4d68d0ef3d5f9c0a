import type { LlmServingWorkload } from '../../assessment/assessment.ts';
import { readValue } from '../../assessment/read-answer.ts';
import { ownMachineParts } from '../../costing/own-machine-parts.ts';
import { redundancyAsked } from '../../costing/machine-parts.ts';
import type { Figure } from '../../figure/figure.ts';
import { sketchOver } from '../../figure/leaves/engine.ts';
import { measured } from '../../figure/leaves/catalogued.ts';
import type { ServingLoad } from '../../sizing/load/serving-load.ts';
import { acceleratorPower } from '../../sizing/power/accelerator-power.ts';
import { countryOfOwnMachines } from '../../sizing/power/electricity.ts';
import { ownedAccelerators } from '../../sizing/power/owned-accelerators.ts';
import type { CandidateModel } from '../../sizing/serving/candidate-models.ts';
import type { ServingPart } from '../../sizing/serving/serving-part.ts';
import { sizeServing } from '../../sizing/serving/size-serving.ts';
import type { NeedContext, OptionDraft } from '../draft.ts';
import { optionId } from '../draft.ts';
import type { Missing } from '../option.ts';
import { allowedTimes, loadGap, servingFacts, servingPart } from './gpu-serving.ts';

/**
 * Serving on machines that the client owns, or would buy where it runs a data centre of its own or accepts buying: for each
 * model the smallest machine that holds it.
 */
export function ownServingDrafts(
  context: NeedContext<LlmServingWorkload>,
  candidates: readonly CandidateModel[],
  load: ServingLoad,
): OptionDraft[] {
  const owned = ownedServers(context);
  const servers = owned.length > 0 ? owned : serversToBuy(context);
  return candidates.flatMap((candidate) => {
    const base = context.engine.ledger.ledger();
    const fitting = servers.find(({ part, gpus }) => {
      const sketch = sketchOver(context.engine, base);
      return (
        sizeServing(sketch, 'sketch', candidate, part, 0, gpus, load, allowedTimes(context)) !== undefined
      );
    });
    return fitting === undefined ? [] : (draftOf(context, candidate, load, fitting) ?? []);
  });
}

type Server = {
  name: string;
  part: ServingPart;
  gpus: number;
  price?: 'server.gpu8-h100-usd' | 'server.gpu-single-l40s-usd' | undefined;
  bought: boolean;
  hardware?: string | undefined;
  owned?: Figure | undefined;
  missing: Missing[];
};

function ownedServers(context: NeedContext): Server[] {
  return ownedAccelerators(context.engine).flatMap(({ hardware, part, count, missing }): Server[] => {
    const known = servingPart(context, part.model);
    if (known === undefined) return [];
    const price = part.model === 'H100-SXM' ? 'server.gpu8-h100-usd' : undefined;
    const gpus = Math.min(count.value, part.gpusPerNode ?? 8);
    return [
      { name: `own ${part.model}`, part: known, gpus, price, bought: false, hardware, owned: count, missing },
    ];
  });
}

/** The two servers that the assumption table prices, the small one first. */
function serversToBuy(context: NeedContext): Server[] {
  const { answers } = context.engine.assessment;
  const hasRoom =
    (readValue(answers.clouds) ?? []).includes('own-data-centre') ||
    (context.engine.ledger.get('answer.answers.ownDataCentres')?.value ?? 0) > 0;
  const buys = (readValue(answers.paymentModel) ?? []).includes('purchase');
  if (!hasRoom && !buys) return [];
  const server = (model: string, gpus: number, price: NonNullable<Server['price']>): Server[] => {
    const part = servingPart(context, model);
    return part === undefined
      ? []
      : [{ name: `bought ${model}`, part, gpus, price, bought: true, missing: [] }];
  };
  return [
    ...server('L40S', 1, 'server.gpu-single-l40s-usd'),
    ...server('H100-SXM', 8, 'server.gpu8-h100-usd'),
  ];
}

function draftOf(
  context: NeedContext<LlmServingWorkload>,
  candidate: CandidateModel,
  load: ServingLoad,
  server: Server,
): OptionDraft | undefined {
  const { engine, workload } = context;
  const { model } = candidate;
  const id = optionId(
    workload.id,
    'own-hardware',
    server.name,
    model.name.slice(model.name.lastIndexOf('/') + 1),
  );
  const allowed = allowedTimes(context);
  const size = sizeServing(engine, `size.${id}`, candidate, server.part, 0, server.gpus, load, allowed);
  if (size === undefined) return undefined;
  const gpusOfMachine = measured(engine, server.part, {
    column: `gpusOfServer.${server.gpus}`,
    label: `GPUs of one server with ${server.part.model}`,
    unit: 'gpus',
    value: server.gpus,
  });
  const needed = neededMachines(context, id, size.replicas, size.gpusPerReplica, gpusOfMachine);
  const asked = redundancyAsked(workload);
  const machines =
    asked === undefined || asked === 'none'
      ? needed
      : engine.ledger.compute(
          { id: `size.${id}.machines-with-spare`, label: 'Machines, one of them spare', unit: 'machines' },
          'one-more',
          { count: needed },
        );
  const gpus = engine.ledger.compute(
    { id: `size.${id}.gpus`, label: 'GPUs in all machines', unit: 'gpus' },
    'product',
    { amount: machines, factor: gpusOfMachine },
  );
  if (server.owned !== undefined && gpus.value > server.owned.value) return undefined;
  const power = acceleratorPower(engine, id, server.part, gpus);
  const place = countryOfOwnMachines(engine, server.hardware);
  const { price, bought } = server;
  const kilowatts = power?.working;
  return {
    id,
    service: 'own-hardware',
    title: `${model.name} on ${server.name}`,
    design: { provider: 'own', accelerator: server.part.model, model: model.name, purchase: 'owned' },
    machines,
    parts: ownMachineParts(context, { option: id, machines, server: price, bought, kilowatts, place }),
    missing: [
      ...server.missing,
      ...loadGap(workload.id, size),
      ...(price === undefined
        ? [{ what: 'Maintenance', because: 'The assumption table has no price of this server.' }]
        : []),
    ],
    proxy: false,
    facts: {
      redundancy: asked === undefined || asked === 'none' ? 'none' : 'spare-machine',
      gpus,
      part: server.part,
      ownPlace: place,
      openWeights: true,
      ...servingFacts(context, id, size, load),
    },
  };
}

function neededMachines(
  { engine }: NeedContext,
  id: string,
  replicas: Figure | undefined,
  gpusOfReplica: Figure,
  gpusOfMachine: Figure,
): Figure {
  const described = { id: `size.${id}.machines`, label: 'Machines for the load', unit: 'machines' } as const;
  return replicas === undefined
    ? engine.ledger.compute(described, 'units-for-load', { load: gpusOfReplica, loadOfOne: gpusOfMachine })
    : engine.ledger.compute(described, 'machines-for-replicas', { replicas, gpusOfReplica, gpusOfMachine });
}
