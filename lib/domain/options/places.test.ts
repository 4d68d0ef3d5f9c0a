import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import type { Assessment } from '../assessment/assessment.ts';
import { assessmentFormat } from '../assessment/assessment.ts';
import { bestPlaced, marketOf } from './market.ts';
import { placesOf } from './places.ts';

const catalogue = await readCatalogue();
const said = { state: 'value', basis: 'stated' } as const;

function client(answers: Assessment['answers'] = {}): Assessment {
  return { format: assessmentFormat, title: 'A', answers, workloads: [], commitments: [], hardware: [] };
}

describe('where a client may be priced', () => {
  it('is where its data must stay', () => {
    const { regions, because } = placesOf(client(), catalogue, 'azure', ['uk']);
    expect(because).toBe('residency');
    expect(new Set(regions.map(({ countryCode }) => countryCode))).toEqual(new Set(['GB']));
  });

  it('takes the EU as the EEA, Norway included, Switzerland and the United Kingdom not', () => {
    const codes = new Set(
      placesOf(client(), catalogue, 'azure', ['eu']).regions.map(({ countryCode }) => countryCode),
    );
    expect(codes.has('NO')).toBe(true);
    expect(codes.has('CH') || codes.has('GB')).toBe(false);
  });

  it('is where it works when nothing is said of residency, and one quoted region when nothing is said at all', () => {
    const working = placesOf(client({ countries: { ...said, value: ['jp'] } }), catalogue, 'aws', []);
    expect(working).toMatchObject({ because: 'countries' });
    expect(working.regions.every(({ countryCode }) => countryCode === 'JP')).toBe(true);
    const nowhere = placesOf(client(), catalogue, 'aws', []);
    expect(nowhere.because).toBe('unstated');
    expect(nowhere.regions.map(({ region }) => region)).toEqual(['us-east-1']);
  });

  it('leaves government regions to those under FedRAMP or FISMA', () => {
    const regionsUnder = (frameworks: ('fedramp' | 'gdpr')[]) =>
      placesOf(client({ frameworks: { ...said, value: frameworks } }), catalogue, 'aws', ['us']).regions.map(
        (r) => r.region,
      );
    expect(regionsUnder(['gdpr'])).not.toContain('us-gov-west-1');
    expect(regionsUnder(['fedramp'])).toContain('us-gov-west-1');
  });

  it('finds the home region in what the client wrote', () => {
    const home = (cloudRegion: string) =>
      placesOf(client({ cloudRegion: { ...said, value: cloudRegion } }), catalogue, 'aws', ['eu']).home
        ?.region;
    expect(home('eu-west-1')).toBe('eu-west-1');
    expect(home('mostly eu-west-1, some Frankfurt')).toBe('eu-west-1');
    expect(home('us-east-1')).toBeUndefined();
  });
});

describe('the market', () => {
  it('scales AWS prices by the listed ratio of the family where the region lists another size', () => {
    const { offers } = marketOf(client(), catalogue, ['ie']);
    const scaled = offers.filter(({ cloud, ratio }) => cloud === 'aws' && ratio !== undefined);
    expect(scaled.length).toBeGreaterThan(10);
    for (const { usdPerHour, row, ratio } of scaled)
      expect(usdPerHour).toBeCloseTo((row.usdPerHourOnDemand ?? 0) * (ratio?.value ?? 0), 9);
  });

  it('prefers the home region, and else the cheapest', () => {
    const at = (cloudRegion?: string) => {
      const answers = cloudRegion === undefined ? {} : { cloudRegion: { ...said, value: cloudRegion } };
      const market = marketOf(client(answers), catalogue, ['eu']);
      return bestPlaced(market, market.offers).find(({ sku }) => sku === 'n2-standard-8');
    };
    expect(at('europe-west3')?.region).toBe('europe-west3');
    const prices = marketOf(client(), catalogue, ['eu']).offers.flatMap(({ sku, usdPerHour }) =>
      sku === 'n2-standard-8' ? [usdPerHour] : [],
    );
    expect(prices.length).toBeGreaterThan(2);
    expect(at()?.usdPerHour).toBe(Math.min(...prices));
  });
});
