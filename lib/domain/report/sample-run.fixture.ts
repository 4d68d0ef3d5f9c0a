import { assessmentFormat, type Assessment } from '../assessment/assessment.ts';
import type { Assumption } from '../catalogue/assumption.ts';
import { LedgerBuilder } from '../figure/ledger-builder.ts';
import { fig, id, quote } from '../gate/prose.ts';
import type { Option } from '../options/option.ts';
import type { Recommendation } from '../recommendation/recommendation.ts';
import type { Need, SpecialistResult, Synthesis } from '../run/run.ts';
import type { ReportSource } from './report-source.ts';

/** A run made by hand for tests: `needs` workloads with `optionsEach` options, one recommendation for each need. */
export function sampleRun({ needs: needCount = 1, optionsEach = 2 } = {}): ReportSource {
  const builder = new LedgerBuilder();
  const assessment = sampleAssessment(needCount);
  builder.leaf({
    id: 'assumption.month.hours',
    kind: 'assumed',
    assumption: 'month.hours',
    label: 'Hours in a month',
    unit: 'hours-per-month',
    value: 730,
  });
  builder.leaf({
    id: 'answer.workloads.notes-1.usersPerDay',
    kind: 'stated',
    answer: 'workloads.notes-1.usersPerDay',
    label: 'Users on a busy day',
    unit: 'count',
    value: 2_100,
    band: { p10: 1_600, p90: 2_800 },
  });
  const needs = Array.from({ length: needCount }, (_, index) => sampleNeed(builder, index + 1, optionsEach));
  const cheapest = needs.flatMap((need) => {
    const monthly = builder.get(need.options[0]?.monthly ?? '');
    return monthly === undefined ? [] : [monthly];
  });
  builder.compute(
    { id: 'whole.cheapest.monthly', label: 'Cheapest feasible designs together', unit: 'usd-per-month' },
    'sum',
    cheapest,
  );
  return {
    assessment,
    date: '2026-11-24',
    notices: ['The prose of this report was written by the built-in analyst, not by a language model.'],
    versions: { catalogue: 'c0ffee', engine: 'engine@1', ledger: 'abad1dea', assessment: 'deadbeef' },
    ledger: builder.ledger(),
    needs,
    missing: [{ what: 'Effort of migration', because: 'No answer tells how many interfaces there are.' }],
    specialists: sampleSpecialists(needs),
    synthesis: sampleSynthesis(needs),
    assumptions: [monthHours],
    identifiers: new Set(['p5.48xlarge', 'H100', 'us-east-1', 'ISO 27001']),
  };
}

const monthHours: Assumption = {
  id: 'month.hours',
  label: 'Hours in a month',
  value: 730,
  p10: 730,
  p90: 730,
  unit: 'hours-per-month',
  source: 'Definition: a year of hours over its months',
  asOf: '2026-01',
  moves: 'Every price by the hour that becomes a price by the month.',
  note: null,
};

function sampleAssessment(needCount: number): Assessment {
  return {
    format: assessmentFormat,
    title: 'Drafts of clinical notes for a hospital group',
    client: 'Prairie Health',
    answers: {
      industry: { state: 'value', value: 'healthcare', basis: 'stated' },
      employees: { state: 'value', value: 9_400, unit: 'items', basis: 'stated' },
      goals: {
        state: 'value',
        value: 'Draft discharge summaries and visit notes from the electronic record.',
        basis: 'stated',
        quote: 'they loved the pilot, all 60 of them',
      },
      cloudSpend: { state: 'unknown' },
    },
    workloads: Array.from({ length: needCount }, (_, index) => ({
      id: `notes-${index + 1}`,
      name: index === 0 ? 'Discharge summaries' : `Letters of ward ${String.fromCodePoint(64 + index)}`,
      kind: 'llm-serving',
      answers: {},
    })),
    commitments: [],
    hardware: [],
  };
}

function sampleNeed(builder: LedgerBuilder, number: number, optionsEach: number): Need {
  const need = `notes-${number}`;
  const title = number === 1 ? 'Discharge summaries' : `Letters of ward ${String.fromCodePoint(63 + number)}`;
  return {
    id: need,
    title,
    options: Array.from({ length: optionsEach }, (_, index) => sampleOption(builder, need, index + 1)),
    missing: [
      { what: 'Price of the licence', because: 'No row holds it.', settledBy: 'An offer of the vendor.' },
    ],
  };
}

function sampleOption(builder: LedgerBuilder, need: string, number: number): Option {
  const option = `${need}.gpu-cloud.design-${number}`;
  const hours = builder.get('assumption.month.hours');
  const price = builder.leaf({
    id: `price.compute:aws/p5-${number}.48xlarge/us-east-1`,
    kind: 'listed',
    row: `compute:aws/p5-${number}.48xlarge/us-east-1`,
    source: 'AWS list price, us-east-1',
    asOf: '2026-07-20',
    label: 'On-demand price of an eight-GPU machine',
    unit: 'usd-per-hour',
    value: 55.04 + number,
    band: { p10: 50 + number, p90: 62 + number },
  });
  const amount = { id: `cost.${option}.compute.monthly`, label: 'Compute', unit: 'usd-per-month' } as const;
  const compute = builder.compute(amount, 'product', { amount: price, factor: hours ?? price });
  const total = { id: `cost.${option}.monthly`, label: 'Monthly total', unit: 'usd-per-month' } as const;
  const monthly = builder.compute(total, 'sum', [compute]);
  const year = { id: `cost.${option}.yearly`, label: 'Yearly total', unit: 'usd-per-year' } as const;
  const yearly = builder.compute(year, 'year-of-months', { perMonth: monthly });
  return {
    id: option,
    need,
    service: 'gpu-cloud',
    title: `p5.48xlarge on AWS, design ${String.fromCodePoint(64 + number)}`,
    design: { provider: 'aws', region: 'us-east-1', sku: 'p5.48xlarge', purchase: 'ondemand' },
    parts: [{ key: 'compute', label: 'Compute', monthly: compute.id }],
    monthly: monthly.id,
    yearly: yearly.id,
    missing: number === 1 ? [] : [{ what: 'Egress', because: 'The traffic is not known.' }],
    checks: [
      {
        constraint: 'residency',
        verdict: 'met',
        because: `${id('us-east-1')} lies where the data must stay.`,
      },
      {
        constraint: 'budget',
        verdict: number === 1 ? 'met' : 'not-met',
        because: `It costs ${fig(monthly)} and the budget is lower.`,
      },
      { constraint: 'team', verdict: 'cannot-tell', because: 'Nobody said who would run it.' },
    ],
    proxy: false,
  };
}

function sampleSpecialists(needs: readonly Need[]): SpecialistResult[] {
  const first = needs[0]?.options[0];
  const findings = { figures: [], statements: [], claims: [], recommendations: [], questions: [] };
  const author = { provider: 'built-in', model: 'analyst' };
  return [
    {
      name: 'cto',
      findings,
      author,
      removals: [],
      brief: [
        [
          { kind: 'text', text: 'The cheapest complete design costs ' },
          { kind: 'figure', figure: first?.monthly ?? 'whole.cheapest.monthly' },
          { kind: 'text', text: ' and rests on ' },
          { kind: 'identifier', text: 'p5.48xlarge' },
          { kind: 'text', text: '. The physicians said ' },
          { kind: 'quote', answer: 'answers.goals', text: 'they loved the pilot, all 60 of them' },
          { kind: 'text', text: ', which is a claim about the pilot and not about the hospital group.' },
        ],
      ],
    },
    {
      name: 'infrastructure',
      findings,
      author,
      removals: [],
      brief: [
        [
          {
            kind: 'text',
            text: 'The load is uneven over the day; idle machines are the larger part of the bill.',
          },
        ],
      ],
    },
  ];
}

function sampleSynthesis(needs: readonly Need[]): Synthesis {
  const claim = {
    subject: 'serving-location',
    need: 'notes-1',
    evidence: [],
    confidence: { value: 0.5, because: [] },
  } as const;
  return {
    claims: [
      {
        ...claim,
        evidence: [],
        confidence: { value: 0.8, because: [] },
        id: 'cto.1',
        specialist: 'cto',
        position: 'token-api',
        statement: 'A token API needs nobody on call.',
      },
      {
        ...claim,
        evidence: [],
        confidence: { value: 0.4, because: [] },
        id: 'infrastructure.1',
        specialist: 'infrastructure',
        position: 'gpu-cloud',
        statement: `Legal wants it in accounts of its own, and ${id('H100')} machines are there.`,
      },
    ],
    dissents: [{ subject: 'serving-location', need: 'notes-1', claims: ['cto.1', 'infrastructure.1'] }],
    questions: [
      {
        answer: 'answers.cloudSpend',
        question: 'What do all clouds cost together?',
        because: 'Without it no saving can be told.',
        specialist: 'cto',
      },
    ],
    recommendations: needs.map((need, index) => sampleRecommendation(need, index + 1)),
    ledgerHash: 'abad1dea',
  };
}

function sampleRecommendation(need: Need, rank: number): Recommendation {
  const option = need.options[0];
  const monthly = option?.monthly ?? 'whole.cheapest.monthly';
  return {
    key: `${need.id}/gpu-cloud/${option?.id ?? 'none'}`,
    need: need.id,
    option: option?.id,
    category: 'serving',
    title: `Serve the drafts from ${id('p5.48xlarge')} in ${id('us-east-1')}`,
    summary: `It costs ${fig({ id: monthly })} and keeps the notes in accounts of the client, who said ${quote('answers.goals')}.`,
    benefit: { level: 'high', because: 'It is what the physicians asked for.' },
    effort: { level: 'medium', because: 'The team knows the cloud, though not GPU machines.' },
    risk: { level: 'low', because: 'It can be undone within a notice period.' },
    horizon: rank === 1 ? 'now' : 'next',
    steps: [
      'Order the quota for the machines.',
      'Measure a week of real notes.',
      'Open it to the first hospitals.',
    ],
    prerequisites: ['A signed business associate agreement.'],
    risks: ['The quota may not be granted in time.'],
    evidence: [],
    rank,
    specialists: ['cto', 'infrastructure'],
    score: {
      total: 0.6,
      criteria: [
        { criterion: 'benefit', weight: 0.3, value: 1, because: 'It is what the physicians asked for.' },
        { criterion: 'cost', weight: 0.2, value: 0.5, because: 'No other option has the same parts priced.' },
      ],
    },
    confidence: { value: 0.7, because: [] },
  };
}
