import { describe, expect, it } from 'vitest';
import type { Assessment } from './assessment.ts';
import { contradictionRules } from './contradiction-rules.ts';
import { contradictions } from './contradictions.ts';
import { parseAssessment } from './parse-assessment.ts';
import { questions } from './questions.ts';
import { workloadFields } from './fields/workloads.ts';

type Answers = Readonly<Record<string, unknown>>;

function assessmentOf(
  kind: string,
  answers: Answers,
  client: Answers = {},
  hardware: Answers = {},
): Assessment {
  const parsed = parseAssessment({
    format: 'infra-mind/assessment@1',
    title: 'A client',
    answers: client,
    workloads: [{ id: 'w', name: 'W', kind, answers }],
    commitments: [],
    hardware: [{ id: 'h', name: 'H', answers: hardware }],
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.assessment;
}

const is = (value: unknown) => ({ state: 'value', value, basis: 'stated' });
const number = (value: number, unit: string) => ({ ...is(value), unit });
const range = (low: number, high: number, unit: string) => ({
  state: 'range',
  low,
  high,
  unit,
  basis: 'stated',
});
const money = (value: number, currency: string, period: string) => ({ ...is(value), currency, period });

/** A pair of answers that cannot both hold, and one nearby that can. */
const cases: [string, Assessment, string, string, Assessment][] = [
  [
    'a peak below the average',
    assessmentOf('classical-inference', {
      peakRequestsPerSecond: number(100, 'per-second'),
      averageRequestsPerSecond: number(7_000, 'per-minute'),
    }),
    'workloads.w.peakRequestsPerSecond',
    'workloads.w.averageRequestsPerSecond',
    assessmentOf('classical-inference', {
      peakRequestsPerSecond: number(100, 'per-second'),
      averageRequestsPerSecond: range(5_000, 7_000, 'per-minute'),
    }),
  ],
  [
    'a peak below the load of the day',
    assessmentOf('llm-serving', {
      peakRequestsPerSecond: number(1, 'per-second'),
      requestsPerDay: number(100_000, 'per-day'),
    }),
    'workloads.w.peakRequestsPerSecond',
    'workloads.w.requestsPerDay',
    assessmentOf('llm-serving', {
      peakRequestsPerSecond: number(2, 'per-second'),
      requestsPerDay: number(100_000, 'per-day'),
    }),
  ],
  [
    'two loads that differ',
    assessmentOf('llm-serving', {
      requestsPerDay: number(50_000, 'per-day'),
      activeUsers: number(1_000, 'items'),
      requestsPerUserPerMonth: number(10, 'items'),
    }),
    'workloads.w.requestsPerDay',
    'workloads.w.requestsPerUserPerMonth',
    assessmentOf('llm-serving', {
      requestsPerDay: number(400, 'per-day'),
      activeUsers: number(1_000, 'items'),
      requestsPerUserPerMonth: number(10, 'items'),
    }),
  ],
  [
    'an answer that ends before it begins',
    assessmentOf('llm-serving', { totalTime: number(500, 'ms'), firstTokenTime: number(1, 's') }),
    'workloads.w.totalTime',
    'workloads.w.firstTokenTime',
    assessmentOf('llm-serving', { totalTime: number(5, 's'), firstTokenTime: number(1, 's') }),
  ],
  [
    'busy hours that are not busy',
    assessmentOf('llm-serving', {
      busyShareOfDay: number(20, 'percent'),
      busyHoursPerDay: number(6, 'items'),
    }),
    'workloads.w.busyShareOfDay',
    'workloads.w.busyHoursPerDay',
    assessmentOf('llm-serving', {
      busyShareOfDay: number(60, 'percent'),
      busyHoursPerDay: number(6, 'items'),
    }),
  ],
  [
    'a recovery longer than the downtime of a year',
    assessmentOf('general', { availability: is('99.99'), recoveryTime: number(4, 'h') }),
    'workloads.w.availability',
    'workloads.w.recoveryTime',
    assessmentOf('general', { availability: is('99.9'), recoveryTime: number(4, 'h') }),
  ],
  [
    'four nines by hand',
    assessmentOf('general', { availability: is('99.99'), failover: is('manual') }),
    'workloads.w.availability',
    'workloads.w.failover',
    assessmentOf('general', { availability: is('99.99'), failover: is('active-active') }),
  ],
  [
    'data outside of where data may be',
    assessmentOf('general', { residency: is(['jp']) }, { residency: is(['eu']) }),
    'workloads.w.residency',
    'answers.residency',
    assessmentOf('general', { residency: is(['de']) }, { residency: is(['eu']) }),
  ],
  [
    'health records without rules',
    assessmentOf('general', { dataClasses: is(['health']) }, { frameworks: is(['none']) }),
    'workloads.w.dataClasses',
    'answers.frameworks',
    assessmentOf('general', { dataClasses: is(['public']) }, { frameworks: is(['none']) }),
  ],
  [
    'more power than there is',
    assessmentOf('general', {}, {}, { roomPowerUsed: number(1, 'MW'), roomPowerLimit: number(320, 'kW') }),
    'hardware.h.roomPowerUsed',
    'hardware.h.roomPowerLimit',
    assessmentOf('general', {}, {}, { roomPowerUsed: number(140, 'kW'), roomPowerLimit: number(320, 'kW') }),
  ],
  [
    'a running budget above the whole first year',
    assessmentOf(
      'general',
      {},
      {
        budgetRunning: money(50_000, 'EUR', 'per-month'),
        budgetFirstYear: money(400_000, 'EUR', 'per-year'),
      },
    ),
    'answers.budgetRunning',
    'answers.budgetFirstYear',
    assessmentOf(
      'general',
      {},
      {
        budgetRunning: money(50_000, 'EUR', 'per-month'),
        budgetFirstYear: money(400_000, 'USD', 'per-year'),
      },
    ),
  ],
  [
    'none among others',
    assessmentOf('general', {}, { frameworks: is(['gdpr', 'none']) }),
    'answers.frameworks',
    'answers.frameworks',
    assessmentOf('general', {}, { frameworks: is(['none']) }),
  ],
];

describe('contradictions', () => {
  it.each(cases)('names %s, with both answers', (_what, broken, first, second, sound) => {
    expect(contradictions(broken).map(({ paths }) => paths)).toEqual([[first, second]]);
    expect(contradictions(sound)).toEqual([]);
  });

  it('finds none in silence', () => {
    const unknown = { state: 'unknown' };
    expect(
      contradictions(
        assessmentOf('classical-inference', {
          peakRequestsPerSecond: unknown,
          averageRequestsPerSecond: number(5, 'per-second'),
        }),
      ),
    ).toEqual([]);
    expect(contradictions(assessmentOf('general', {}))).toEqual([]);
  });

  it('compares questions that are asked somewhere', () => {
    const everywhere = [
      questions.answers,
      questions.commitments,
      questions.hardware,
      ...Object.values(workloadFields),
    ];
    const nowhere = contradictionRules.filter(
      ({ first, second, secondIs }) =>
        !everywhere.some((fields) => {
          const other = secondIs === 'about-client' ? questions.answers : fields;
          return Object.hasOwn(fields, first) && Object.hasOwn(other, second);
        }),
    );
    expect(nowhere).toEqual([]);
  });
});
