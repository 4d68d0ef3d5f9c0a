import type { Workload } from '../assessment/assessment.ts';
import { leavesOf } from '../figure/explain.ts';
import type { Figure, FigureId } from '../figure/figure.ts';
import type { Ledger } from '../figure/ledger.ts';

/** What moves a cost over time, as the figures that stand for it; an empty list is a driver that the cost does not have. */
export type CostDrivers = {
  /** Grow with the load: requests, users, items, processors in use, traffic. */
  load: FigureId[];
  /** Grow with the data that is kept. */
  storage: FigureId[];
  /** Hourly list prices of rented machines. */
  machinePrices: FigureId[];
};

/** Which of the inputs of a cost stand for the load of a workload, which for its data, and which for machine prices. */
export function costDrivers(ledger: Ledger, cost: FigureId, workload: Workload): CostDrivers {
  const leaves = leavesOf(ledger, cost);
  const answers = (fields: readonly string[]): FigureId[] => {
    const ids = new Set(fields.map((field) => `answer.workloads.${workload.id}.${field}`));
    return leaves.flatMap(({ id, value }) => (ids.has(id) && value > 0 ? [id] : []));
  };
  return {
    load: answers(loadFields[workload.kind]),
    storage: answers(storageFields),
    machinePrices: leaves.filter(isMachinePrice).map(({ id }) => id),
  };
}

/**
 * The answers that are proportional to how much is asked of a workload. Training is done once, and a fleet of devices grows
 * by buying devices, not by load.
 */
const loadFields: Readonly<Record<Workload['kind'], readonly string[]>> = {
  'llm-serving': [
    'requestsPerDay',
    'requestsPerWeekendDay',
    'activeUsers',
    'peakRequestsPerSecond',
    'egressPerMonth',
  ],
  retrieval: ['queriesPerDay', 'egressPerMonth'],
  training: [],
  'fine-tuning': ['runsPerMonth'],
  'classical-inference': ['averageRequestsPerSecond', 'peakRequestsPerSecond', 'egressPerMonth'],
  batch: ['itemsPerMonth', 'egressPerMonth'],
  'edge-inference': [],
  general: ['vcpus', 'memory', 'averageRequestsPerSecond', 'peakRequestsPerSecond', 'egressPerMonth'],
};

const storageFields = ['dataStored', 'chunks'];

function isMachinePrice({ kind, unit }: Figure): boolean {
  return kind === 'listed' && unit === 'usd-per-hour';
}
