import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { readEvidence } from '#lib/data/catalogue/read-evidence.ts';
import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import { type PriceSeries, priceSeries } from '#lib/domain/forecast/price-series.ts';
import { forecastOf } from './forecast-of.ts';

let catalogue: Catalogue;
let series: readonly PriceSeries[];
beforeAll(async () => {
  const [read, { priceHistory }] = await Promise.all([readCatalogue(), readEvidence()]);
  catalogue = read;
  series = priceSeries(priceHistory, catalogue.compute);
});

describe('a forecast', () => {
  it('has every need month by month, "nothing changes" first, in ordered bands', async () => {
    const example = await readFile('examples/clinical-notes.json', 'utf8');
    const scenarios = forecastOf(catalogue, series, example).needs.map((need) =>
      'scenarios' in need ? need.scenarios : [],
    );
    expect(scenarios.map(([first]) => first?.id)).toEqual(scenarios.map(() => 'no-change'));
    for (const { months, total } of scenarios.flat()) {
      expect(months).toHaveLength(36);
      for (const { p10, p50, p90 } of [...months, total]) expect(p10 <= p50 && p50 <= p90).toBe(true);
    }
  });

  it('of a need that nothing could be priced for is refused', () => {
    const workload = { id: 'train', name: 'Train', kind: 'training', answers: {} };
    const bare = {
      format: 'infra-mind/assessment@1',
      title: 'Bare',
      answers: {},
      commitments: [],
      hardware: [],
    };
    const { needs } = forecastOf(catalogue, [], JSON.stringify({ ...bare, workloads: [workload] }));
    expect(needs).toMatchObject([{ id: 'train', refused: expect.any(String) }]);
  });
});
