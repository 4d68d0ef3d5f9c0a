import type { Specialist } from '../contract.ts';
import { investigateBy } from '../investigation.ts';
import { batchFacts } from './batch-work.ts';
import { decisionLatencyFacts } from './decision-latency.ts';
import { growthFacts } from './growth.ts';
import { modelSizeFacts } from './model-size.ts';
import { peakFacts } from './peak.ts';
import { platformFacts } from './platform.ts';
import { recoveryFacts } from './recovery.ts';
import { redundancyFacts } from './redundancy.ts';
import { roomPowerFacts } from './room-power.ts';
import { trainingTimeFacts } from './training-time.ts';
import { unknownLoadFacts } from './unknown-load.ts';

/** Capacity, placement, redundancy and recovery, from loads and promises. */
export const infrastructure: Specialist = {
  name: 'infrastructure',
  question: 'How much capacity is needed, where, and what happens when part of it fails?',
  instructions:
    'You advise on infrastructure: capacity, placement, redundancy, recovery, power. Say what decides the size of each part and what follows when it fails. Use only the facts given. Keep every mark in double braces exactly as it stands and write no number of your own.',
  investigate: investigateBy(
    peakFacts,
    unknownLoadFacts,
    decisionLatencyFacts,
    trainingTimeFacts,
    roomPowerFacts,
    modelSizeFacts,
    redundancyFacts,
    recoveryFacts,
    growthFacts,
    batchFacts,
    platformFacts,
  ),
};
