import type { LlmServingWorkload } from '../../assessment/assessment.ts';
import type { Figure } from '../../figure/figure.ts';
import { assumed } from '../../figure/leaves/assumed.ts';
import type { Engine } from '../../figure/leaves/engine.ts';
import { answerOf, positiveAnswerOf } from './state-answers.ts';

/** What a language model has to do; a part that cannot be known from the answers is absent. */
export type ServingLoad = {
  requestsPerMonth?: Figure | undefined;
  requestsPerDay?: Figure | undefined;
  peakRequestsPerSecond?: Figure | undefined;
  inputTokens?: Figure | undefined;
  outputTokens?: Figure | undefined;
  inputTokensPerMonth?: Figure | undefined;
  outputTokensPerMonth?: Figure | undefined;
};

/** The load of a serving workload, as figures `load.<workload>.*`: stated first, else from users, else absent. */
export function servingLoad(engine: Engine, workload: LlmServingWorkload): ServingLoad {
  const prefix = `load.${workload.id}`;
  const requestsPerMonth = monthlyRequests(engine, workload, prefix);
  const requestsPerDay =
    answerOf(engine, workload, 'requestsPerDay') ?? dailyRequests(engine, prefix, requestsPerMonth);
  const inputTokens = answerOf(engine, workload, 'inputTokens');
  const outputTokens = answerOf(engine, workload, 'outputTokens');
  return {
    requestsPerMonth,
    requestsPerDay,
    peakRequestsPerSecond:
      answerOf(engine, workload, 'peakRequestsPerSecond') ?? peak(engine, workload, prefix, requestsPerDay),
    inputTokens,
    outputTokens,
    inputTokensPerMonth: monthlyTokens(
      engine,
      `${prefix}.input-tokens-per-month`,
      'in',
      requestsPerMonth,
      inputTokens,
    ),
    outputTokensPerMonth: monthlyTokens(
      engine,
      `${prefix}.output-tokens-per-month`,
      'out',
      requestsPerMonth,
      outputTokens,
    ),
  };
}

function monthlyRequests(engine: Engine, workload: LlmServingWorkload, prefix: string): Figure | undefined {
  const described = {
    id: `${prefix}.requests-per-month`,
    label: `Requests per month, ${workload.name}`,
    unit: 'requests-per-month',
  } as const;
  const perWorkingDay = answerOf(engine, workload, 'requestsPerDay');
  if (perWorkingDay !== undefined) {
    const perWeekendDay = answerOf(engine, workload, 'requestsPerWeekendDay') ?? perWorkingDay;
    return engine.ledger.compute(described, 'requests-per-month-from-days', { perWorkingDay, perWeekendDay });
  }
  const users = answerOf(engine, workload, 'activeUsers');
  const perUserAndMonth = answerOf(engine, workload, 'requestsPerUserPerMonth');
  if (users === undefined || perUserAndMonth === undefined) return undefined;
  return engine.ledger.compute(described, 'requests-per-month-from-users', { users, perUserAndMonth });
}

function dailyRequests(engine: Engine, prefix: string, perMonth: Figure | undefined): Figure | undefined {
  if (perMonth === undefined) return undefined;
  return engine.ledger.compute(
    { id: `${prefix}.requests-per-day`, label: 'Requests per working day', unit: 'requests-per-day' },
    'requests-per-working-day',
    { perMonth, weekdayShare: assumed(engine, 'peak.weekday-share') },
  );
}

function peak(
  engine: Engine,
  workload: LlmServingWorkload,
  prefix: string,
  perDay: Figure | undefined,
): Figure | undefined {
  if (perDay === undefined) return undefined;
  const described = {
    id: `${prefix}.peak-requests-per-second`,
    label: `Requests per second in the busiest hour, ${workload.name}`,
    unit: 'requests-per-second',
  } as const;
  const busyHours = positiveAnswerOf(engine, workload, 'busyHoursPerDay');
  const busySharePercent = answerOf(engine, workload, 'busyShareOfDay');
  if (busyHours !== undefined && busySharePercent !== undefined)
    return engine.ledger.compute(described, 'peak-of-busy-hours', { perDay, busySharePercent, busyHours });
  const busiestHourShare = assumed(engine, 'peak.hour-share-of-day');
  return engine.ledger.compute(described, 'peak-of-busiest-hour', { perDay, busiestHourShare });
}

function monthlyTokens(
  engine: Engine,
  id: string,
  direction: 'in' | 'out',
  requests: Figure | undefined,
  tokens: Figure | undefined,
): Figure | undefined {
  if (requests === undefined || tokens === undefined) return undefined;
  const label = `Tokens ${direction} per month`;
  return engine.ledger.compute({ id, label, unit: 'tokens-per-month' }, 'product', {
    amount: requests,
    factor: tokens,
  });
}
