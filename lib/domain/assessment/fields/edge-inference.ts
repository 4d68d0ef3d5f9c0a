import type { Fields } from '../field.ts';
import { count, perSecond } from './measures.ts';
import { sharedWorkloadFields } from './shared-workload.ts';

/** Models on devices in the field. */
export const edgeInferenceFields = {
  ...sharedWorkloadFields,
  devices: {
    ...count,
    label: 'Devices',
    weight: 3,
    help: 'Cameras, vehicles or gateways that carry a model.',
  },
  framesPerSecond: {
    ...perSecond,
    label: 'Frames per second and device',
    weight: 2,
    help: 'Images that each device must look at in a second.',
  },
  powerPerDevice: {
    kind: 'number',
    dimension: 'power',
    defaultUnit: 'W',
    min: 0,
    label: 'Power per device',
    weight: 2,
    help: 'What the place of a device can supply. It limits which processor can be used.',
  },
  uplinkPerDevice: {
    kind: 'number',
    dimension: 'bandwidth',
    defaultUnit: 'Mbit/s',
    min: 0,
    label: 'Uplink per device',
    weight: 2,
    help: 'Line from a device to the centre. It decides whether images can be sent or only results.',
  },
} as const satisfies Fields;
