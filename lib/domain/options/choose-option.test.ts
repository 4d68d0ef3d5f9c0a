import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../assessment/assessment.ts';
import type { Figure } from '../figure/figure.ts';
import { ledgerOf } from '../figure/ledger.ts';
import type { Need } from '../run/run.ts';
import { chooseOption, firstYearCost } from './choose-option.ts';
import type { Option, Verdict } from './option.ts';

const client: Assessment = {
  format: 'infra-mind/assessment@1',
  title: 'A client',
  answers: {},
  workloads: [{ id: 'chat', name: 'Chat', kind: 'llm-serving', answers: {} }],
  commitments: [],
  hardware: [],
};

type Sketch = Partial<Omit<Option, 'design'>> & {
  design?: Partial<Option['design']>;
  usd?: number | undefined;
  verdicts?: Verdict[];
};

function option(id: string, { usd, verdicts = [], design, ...rest }: Sketch = {}): Option {
  return {
    id,
    need: 'chat',
    service: 'token-api',
    title: id,
    parts: [],
    missing: [],
    proxy: false,
    ...(usd !== undefined && { monthly: `cost.${id}.monthly` }),
    checks: verdicts.map((verdict) => ({ constraint: 'latency', verdict, because: '' })),
    ...rest,
    design: { provider: 'Mistral', purchase: 'per-token', ...design },
  };
}

function monthly(id: string, usd: number): Figure {
  return {
    id: `cost.${id}.monthly`,
    kind: 'assumed',
    assumption: 'x',
    label: id,
    unit: 'usd-per-month',
    value: usd,
  };
}

function choose(sketches: Readonly<Record<string, Sketch>>, assessment: Assessment = client) {
  const options = Object.entries(sketches).map(([id, sketch]) => option(id, sketch));
  const ledger = ledgerOf(
    Object.entries(sketches).flatMap(([id, { usd }]) => (usd === undefined ? [] : [monthly(id, usd)])),
  );
  const need: Need = { id: 'chat', title: 'Chat', options, missing: [] };
  const choice = chooseOption(need, { ledger, assessment });
  return choice && [choice.option, ...choice.others.map((other) => other.option)].map(({ id }) => id);
}

describe('the option to recommend', () => {
  it('is none without options', () => {
    expect(choose({})).toBeUndefined();
  });

  it('meets what was asked for before it is cheap', () => {
    expect(choose({ dear: { usd: 900 }, cheap: { usd: 10, verdicts: ['not-met'] } })).toEqual([
      'dear',
      'cheap',
    ]);
  });

  it('is known before it is cheap, unless knowing costs several times as much', () => {
    const open = { usd: 10, verdicts: ['cannot-tell' as const] };
    expect(choose({ sure: { usd: 30, verdicts: ['met'] }, open })).toEqual(['sure', 'open']);
    expect(choose({ sure: { usd: 31, verdicts: ['met'] }, open })).toEqual(['open', 'sure']);
  });

  it('is not out of proportion beside a price of which nobody knows the amount', () => {
    const unknown = {
      usd: 10,
      verdicts: ['cannot-tell' as const],
      missing: [{ what: 'Tokens of the model', because: '' }],
    };
    expect(choose({ sure: { usd: 900, verdicts: ['met'] }, unknown })).toEqual(['sure', 'unknown']);
  });

  it('is not rented for a load that nobody knows', () => {
    const missing = [{ what: 'Machines for the load', because: '' }];
    const tokens = { missing: [{ what: 'Tokens of the model', because: '' }], usd: 50 };
    expect(choose({ rented: { usd: 10, missing, design: { purchase: 'ondemand' } }, tokens })).toEqual([
      'tokens',
      'rented',
    ]);
  });

  it('is not committed for years on a load that nobody has measured, and may be on a load that was', () => {
    const options = {
      free: { usd: 100, design: { purchase: 'ondemand' } },
      bound: { usd: 60, design: { purchase: '3y' } },
    } as const;
    expect(choose(options)).toEqual(['free', 'bound']);
    const measured: Assessment = {
      ...client,
      workloads: [
        {
          id: 'chat',
          name: 'Chat',
          kind: 'llm-serving',
          answers: { requestsPerDay: { state: 'value', value: 10, unit: 'per-day', basis: 'measured' } },
        },
      ],
    };
    expect(choose(options, measured)).toEqual(['bound', 'free']);
  });

  it('stays in the cloud that the client uses before it saves money in another', () => {
    const atAzure: Assessment = {
      ...client,
      answers: { clouds: { state: 'value', value: ['azure'], basis: 'stated' } },
    };
    const options = {
      here: { usd: 20, design: { provider: 'Azure OpenAI' } },
      there: { usd: 10, design: { provider: 'AWS Bedrock' } },
    };
    expect(choose(options, atAzure)).toEqual(['here', 'there']);
    expect(choose(options)).toEqual(['there', 'here']);
  });

  it('is never chosen for a price that lacks other parts', () => {
    const options = {
      a: { usd: 500, missing: [{ what: 'Egress', because: '' }] },
      b: { usd: 5, missing: [{ what: 'Storage', because: '' }] },
    };
    expect(choose(options)).toEqual(['a', 'b']);
    expect(choose({ ...options, a: { ...options.a, usd: 1 } })).toEqual(['a', 'b']);
  });

  it('does not win by a price that rests on a ratio', () => {
    expect(choose({ own: { usd: 20 }, ratio: { usd: 10, proxy: true } })).toEqual(['own', 'ratio']);
  });

  it('is the cheapest of those that nothing else tells apart, without a price last', () => {
    expect(choose({ a: { usd: 30 }, b: { usd: 20 }, c: {} })).toEqual(['b', 'a', 'c']);
  });

  it('says of each other option why it stands behind', () => {
    const need: Need = {
      id: 'chat',
      title: 'Chat',
      options: [option('a'), option('b', { verdicts: ['not-met'] })],
      missing: [],
    };
    const choice = chooseOption(need, { ledger: ledgerOf([]), assessment: client });
    expect(choice?.others.map(({ because }) => because)).toEqual([
      'It breaks what was asked for: answers fast enough.',
    ]);
  });
});

const sketches = fc.dictionary(
  fc.stringMatching(/^[a-e]$/u),
  fc.record({
    usd: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    verdicts: fc.array(fc.constantFrom<Verdict>('met', 'not-met', 'cannot-tell'), { maxLength: 2 }),
    missing: fc.subarray([
      { what: 'Egress', because: '' },
      { what: 'Storage', because: '' },
      { what: 'Machines for the load', because: '' },
    ]),
    proxy: fc.boolean(),
    design: fc.record({ purchase: fc.constantFrom('ondemand', '1y', 'per-token', 'spot', 'owned') }),
  }),
  { noNullPrototype: true },
);

describe('any choice', () => {
  it('does not depend on the order in which options come', () => {
    fc.assert(
      fc.property(sketches, (options) => {
        const reversed = Object.fromEntries(Object.entries(options).toReversed());
        expect(choose(reversed)).toEqual(choose(options));
      }),
    );
  });

  it('never puts an option behind a dearer one that is the same in all else', () => {
    fc.assert(
      fc.property(sketches, fc.integer({ min: 1, max: 9 }), (options, usd) => {
        const [first] = Object.values(options);
        fc.pre(first !== undefined);
        const order = choose({ ...options, x: { ...first, usd: usd + 1 }, y: { ...first, usd } }) ?? [];
        expect(order.indexOf('y')).toBeLessThan(order.indexOf('x'));
      }),
    );
  });
});

describe('the cost of the first year', () => {
  it('is twelve months and what is paid once', () => {
    const once: Figure = { ...monthly('a', 7), id: 'once', unit: 'usd' };
    expect(firstYearCost(option('a', { usd: 10, once: 'once' }), ledgerOf([monthly('a', 10), once]))).toBe(
      127,
    );
  });

  it('is unknown without any price', () => {
    expect(firstYearCost(option('a'), ledgerOf([]))).toBeUndefined();
  });
});
