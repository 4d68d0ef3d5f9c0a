import type { Fields } from '../field.ts';
import { count, perSecond } from './measures.ts';
import { sharedWorkloadFields } from './shared-workload.ts';

/** Models on devices in the field. */
export const edgeInferenceFields = {
  ...sharedWorkloadFields,
  devices: { ...count, label: 'Devices', weight: 3, help: 'Cameras, vehicles or gateways.' },
  framesPerSecond: {
    ...perSecond,
    label: 'Frames per second and device',
    weight: 2,
    help: 'Images that must be looked at.',
  },
  powerPerDevice: {
    kind: 'number',
    dimension: 'power',
    defaultUnit: 'W',
    min: 0,
    label: 'Power per device',
    weight: 2,
    help: 'What the place can supply.',
  },
  uplinkPerDevice: {
    kind: 'number',
    dimension: 'bandwidth',
    defaultUnit: 'Mbit/s',
    min: 0,
    label: 'Uplink per device',
    weight: 2,
    help: 'Network towards the centre.',
  },
} as const satisfies Fields;
