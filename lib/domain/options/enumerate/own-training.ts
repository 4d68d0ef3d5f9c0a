import type { FineTuningWorkload, TrainingWorkload } from '../../assessment/assessment.ts';
import type { Accelerator } from '../../catalogue/accelerator.ts';
import { assumed } from '../../figure/leaves/assumed.ts';
import type { Figure } from '../../figure/figure.ts';
import { acceleratorPower } from '../../sizing/power/accelerator-power.ts';
import { countryOfOwnMachines, tariff } from '../../sizing/power/electricity.ts';
import { type OwnedAccelerators, ownedAccelerators } from '../../sizing/power/owned-accelerators.ts';
import type { NeedContext, OptionDraft } from '../draft.ts';
import { optionId } from '../draft.ts';

/**
 * Training on all GPUs of a group that the client owns or has on order: time, electricity, and whether the delivery still
 * leaves enough of it. The machines themselves are paid for.
 */
export function ownTrainingDrafts(
  context: NeedContext<TrainingWorkload | FineTuningWorkload>,
  hours: (option: string, part: Accelerator) => Figure | undefined,
): OptionDraft[] {
  return ownedAccelerators(context.engine).flatMap((owned) => draftOf(context, owned, hours) ?? []);
}

function draftOf(
  context: NeedContext<TrainingWorkload | FineTuningWorkload>,
  owned: OwnedAccelerators,
  hours: (option: string, part: Accelerator) => Figure | undefined,
): OptionDraft | undefined {
  const { engine, workload } = context;
  const { part, count, hardware, installed, availableIn } = owned;
  const id = optionId(workload.id, 'own-hardware', hardware);
  const gpuHours = hours(id, part);
  if (gpuHours === undefined) return undefined;
  const wallTime = engine.ledger.compute(
    { id: `size.${id}.wall-time`, label: `Time that the computing takes on own ${part.model}`, unit: 's' },
    'wall-time',
    { gpuHours, gpus: count },
  );
  const power = acceleratorPower(engine, id, part, count);
  const place = countryOfOwnMachines(engine, hardware);
  const energy =
    power &&
    engine.ledger.compute(
      { id: `size.${id}.energy.once`, label: 'Electricity of the work', unit: 'kwh' },
      'energy-of-gpu-hours',
      { gpuHours, kilowatts: power.working, gpus: count, effectiveness: assumed(engine, 'server.pue-own') },
    );
  const electricity =
    energy &&
    engine.ledger.compute({ id: `cost.${id}.power.once`, label: 'Electricity', unit: 'usd' }, 'product', {
      amount: energy,
      factor: tariff(engine, place),
    });
  return {
    id,
    service: 'own-hardware',
    title: `Own ${part.model}, ${installed ? 'installed' : 'on order'}`,
    design: { provider: 'own', accelerator: part.model, purchase: 'owned' },
    parts: electricity === undefined ? [] : [{ key: 'power', label: 'Electricity', once: electricity }],
    missing: [...owned.missing, ...deliveryGap(owned)],
    proxy: false,
    facts: {
      redundancy: 'none',
      gpus: count,
      gpuHours,
      part,
      ownPlace: place,
      doneIn: doneIn(context, id, wallTime, installed, availableIn),
    },
  };
}

/** Unknown while nobody knows when the machines come. */
function doneIn(
  { engine }: NeedContext,
  id: string,
  wallTime: Figure,
  installed: boolean,
  availableIn: Figure | undefined,
): Figure | undefined {
  if (installed) return wallTime;
  if (availableIn === undefined) return undefined;
  return engine.ledger.compute(
    { id: `size.${id}.done-in`, label: 'Delivery and computing together', unit: 's' },
    'sum',
    [availableIn, wallTime],
  );
}

function deliveryGap({ hardware, installed, availableIn }: OwnedAccelerators): OptionDraft['missing'] {
  if (installed || availableIn !== undefined) return [];
  return [
    {
      what: 'Delivery of the machines',
      because: 'When they can be used is not known.',
      settledBy: `hardware.${hardware}.availableIn`,
    },
  ];
}
