import type { EdgeInferenceWorkload } from '../../assessment/assessment.ts';
import { ownMachineParts } from '../../costing/own-machine-parts.ts';
import { assumed } from '../../figure/leaves/assumed.ts';
import { positiveAnswerOf } from '../../sizing/load/state-answers.ts';
import { countryOfOwnMachines } from '../../sizing/power/electricity.ts';
import type { NeedContext } from '../draft.ts';
import type { Drafts } from '../drafts.ts';
import { optionId } from '../draft.ts';

/** A device with an accelerator at each place; none when the number of places is unknown. */
export function edgeDrafts(context: NeedContext<EdgeInferenceWorkload>): Drafts {
  const { engine, workload } = context;
  const devices = positiveAnswerOf(engine, workload, 'devices');
  if (devices === undefined)
    return {
      drafts: [],
      missing: [
        {
          what: 'Devices',
          because: 'How many cameras, vehicles or gateways there are is not said.',
          settledBy: `workloads.${workload.id}.devices`,
        },
      ],
    };
  const id = optionId(workload.id, 'edge-devices', 'accelerated device');
  const kilowatts = engine.ledger.compute(
    { id: `size.${id}.power`, label: 'Power of all devices', unit: 'kw' },
    'device-power',
    { devices, wattsOfDevice: assumed(engine, 'edge.device-watts') },
  );
  const once = engine.ledger.compute(
    { id: `cost.${id}.devices.once`, label: 'Purchase of the devices', unit: 'usd' },
    'product',
    { amount: devices, factor: assumed(engine, 'edge.device-usd') },
  );
  return {
    drafts: [
      {
        id,
        service: 'edge-devices',
        title: 'A device with an accelerator at each place',
        design: { provider: 'own', purchase: 'owned' },
        machines: devices,
        parts: [
          { key: 'devices', label: 'Purchase of the devices', once },
          ...ownMachineParts(context, {
            option: id,
            machines: devices,
            bought: true,
            kilowatts,
            place: countryOfOwnMachines(engine),
          }),
        ],
        missing: [
          {
            what: 'Fitting and mobile network',
            because: 'Neither the catalogue nor the assumptions price them.',
          },
        ],
        proxy: false,
        facts: { redundancy: 'none' },
      },
    ],
    missing: [],
  };
}
