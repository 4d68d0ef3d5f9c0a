import type { Workload } from '../../assessment/assessment.ts';
import { inUsd } from '../../costing/money.ts';
import type { Figure } from '../../figure/figure.ts';
import type { Engine } from '../../figure/leaves/engine.ts';

/**
 * What the answers of a workload add up to beyond today: `load.<workload>.pilot-extrapolated-per-month`, what the pilot would
 * cost for everybody, `.later-requests-per-month` and `.data-in-a-year`. Each is written where its answers are there.
 */
export function writeOutlook(engine: Engine, workload: Workload): void {
  const { ledger } = engine;
  const prefix = `load.${workload.id}`;
  const answer = (field: string): Figure | undefined =>
    ledger.get(`answer.workloads.${workload.id}.${field}`);
  writePilot(engine, workload, answer);
  const requests = ledger.get(`${prefix}.requests-per-month`);
  const laterFactor = answer('laterLoadFactor');
  if (requests !== undefined && laterFactor !== undefined)
    ledger.compute(
      {
        id: `${prefix}.later-requests-per-month`,
        label: 'Requests per month later',
        unit: 'requests-per-month',
      },
      'product',
      { amount: requests, factor: laterFactor },
    );
  const stored = answer('dataStored');
  const growth = answer('dataGrowthPerYear');
  if (stored !== undefined && growth !== undefined)
    ledger.compute(
      { id: `${prefix}.data-in-a-year`, label: 'Data stored in a year', unit: 'gb' },
      'grown-by-percent',
      {
        amount: stored,
        growthPercent: growth,
      },
    );
}

function writePilot(engine: Engine, workload: Workload, answer: (field: string) => Figure | undefined): void {
  if (workload.kind !== 'llm-serving') return;
  const cost = inUsd(engine, `workloads.${workload.id}.pilotCost`, workload.answers.pilotCost);
  const [users, duration, allUsers] = [answer('pilotUsers'), answer('pilotDuration'), answer('activeUsers')];
  if (cost === undefined || users === undefined || duration === undefined || allUsers === undefined) return;
  if (users.value <= 0 || duration.value <= 0) return;
  engine.ledger.compute(
    {
      id: `load.${workload.id}.pilot-extrapolated-per-month`,
      label: 'What the pilot would cost per month for all users, at its cost per user',
      unit: 'usd-per-month',
    },
    'pilot-for-everybody',
    { cost, seconds: duration, pilotUsers: users, allUsers },
  );
}
