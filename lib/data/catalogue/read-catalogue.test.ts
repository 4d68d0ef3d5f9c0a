import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { accelerator } from '#lib/domain/catalogue/accelerator-lookup.ts';
import { assumptionIds } from '#lib/domain/catalogue/assumption.ts';
import { awsRegionalPrice } from '#lib/domain/catalogue/aws-regional-price.ts';
import type { Catalogue } from '#lib/domain/catalogue/catalogue.ts';
import { citation, sourceOf } from '#lib/domain/catalogue/citation.ts';
import { computeIn, computePrice, spotAdvice } from '#lib/domain/catalogue/compute-lookup.ts';
import { control, controls, frameworkOf } from '#lib/domain/catalogue/control-lookup.ts';
import { frameworkIds } from '#lib/domain/catalogue/control.ts';
import { model } from '#lib/domain/catalogue/model-lookup.ts';
import { offHistory } from '#lib/domain/catalogue/price-history.ts';
import { gridIntensity, region, regionsOf } from '#lib/domain/catalogue/region-lookup.ts';
import { tokenPrices } from '#lib/domain/catalogue/token-price-lookup.ts';
import { parseAssumptions } from './read-assumptions.ts';
import { catalogueDirectory, readCatalogue } from './read-catalogue.ts';
import type { Evidence } from './read-evidence.ts';
import { readEvidence } from './read-evidence.ts';

let catalogue: Catalogue;
let evidence: Evidence;
beforeAll(async () => {
  [catalogue, evidence] = await Promise.all([readCatalogue(), readEvidence()]);
});

describe('the catalogue that ships', () => {
  it('has the same version each time it is read', async () => {
    expect((await readCatalogue()).version).toBe(catalogue.version);
  });

  it('has the fitted models, each with the day of its newest evidence and a source that names the accuracy statement', () => {
    const { serving, training } = catalogue.fitted;
    const dated = [...evidence.measurements, ...evidence.trainingRuns].flatMap(({ asOf }) => asOf ?? []);
    expect(dated).toContain(serving.asOf);
    expect(dated).toContain(training.asOf);
    for (const source of ['fitted-serving', 'fitted-training'])
      expect(citation(catalogue, { source, asOf: serving.asOf })).toMatch(/accuracy statement/);
  });

  it('gives every row a source with a label for clients, and a day or the reason why not', () => {
    const rows = [...catalogue.index.rows.values(), ...Object.values(evidence).flat()];
    expect(rows.length).toBeGreaterThan(25_000);
    const withoutDay = rows.filter((row) => row.asOf === null && sourceOf(catalogue, row).asOfNote === null);
    expect(withoutDay).toEqual([]);
    for (const source of catalogue.sources) expect(source.label).not.toMatch(/[@\\]|\w\/\w+[:.]|github/i);
  });

  it('sets aside the Azure prices with a Windows licence and two AWS prices off their series, and nothing else', () => {
    const reasons = catalogue.quarantined.map(({ row, reasons: why }) => `${row.id} ${why.join()}`);
    const windows = reasons.filter((reason) =>
      /azure\/Standard_[DE]\d+ad?s_v5.*Windows licence/.test(reason),
    );
    const rest = reasons.filter((reason) => !windows.includes(reason));
    expect(windows).toHaveLength(240);
    expect(rest.map((reason) => reason.split(' ', 1)[0])).toEqual([
      'compute:aws/m8gb.metal-24xl/us-east-1',
      'compute:aws/r8gb.metal-24xl/us-east-1',
    ]);
  });

  it('has no price far off its own history', () => {
    expect(offHistory(catalogue.compute, evidence.priceHistory)).toEqual([]);
  });

  it('knows what it is asked for in everyday words', () => {
    expect(computePrice(catalogue, 'aws', 'p5.48xlarge', 'us-east-1')?.usdPerHourOnDemand).toBe(55.04);
    expect(accelerator(catalogue, 'NVIDIA H100 SXM5')?.memoryBandwidthGbPerSecond).toBe(3350);
    expect(model(catalogue, 'Llama-3.1-70B-Instruct')?.kvBytesPerTokenBf16).toBe(327_680);
    expect(tokenPrices(catalogue, 'anthropic').length).toBeGreaterThan(10);
    expect(region(catalogue, 'gcp', 'europe-west3')?.countryCode).toBe('DE');
    expect(regionsOf(catalogue, 'aws', { country: 'DE' }).map((row) => row.region)).toContain('eu-central-1');
    expect(regionsOf(catalogue, 'azure', 'eu').some((row) => row.countryCode === 'GB')).toBe(false);
  });

  it('scales a size without a regional row by the ratio of its family', () => {
    const found = awsRegionalPrice(catalogue, 'g6.12xlarge', 'eu-central-1');
    expect(found).toMatchObject({
      kind: 'listed-by-ratio',
      base: { sku: 'g6.12xlarge' },
      ratioRow: { family: 'g6' },
    });
    expect(awsRegionalPrice(catalogue, 'g6.12xlarge', 'eu-central-2')).toMatchObject({ kind: 'unknown' });
  });

  it('says that spot savings of P5 refer to the price before the cut', () => {
    expect(spotAdvice(catalogue, 'p5.48xlarge', 'us-east-1')?.note).toMatch(/before the cut of June 2025/);
  });

  it('does not take a model or part for another one', () => {
    for (const part of catalogue.accelerators) expect(accelerator(catalogue, part.model)).toBe(part);
    for (const shape of catalogue.models) expect(model(catalogue, shape.name)).toBe(shape);
  });

  it('takes grid intensity only from reported years, and tells hourly matching from certificates', () => {
    const estimated = catalogue.carbon.filter((row) => row.basis === 'estimate');
    expect(estimated.length).toBeGreaterThan(0);
    expect(estimated.filter((row) => row.gridGramsCo2PerKwh !== null)).toEqual([]);
    const hourly = catalogue.carbon.filter((row) => row.carbonFreeEnergyBasis === 'hourly-matched');
    expect(new Set(hourly.map((row) => row.cloud))).toEqual(new Set(['gcp']));
    expect(gridIntensity(catalogue, 'gcp', 'europe-west4')?.basis).toBe('reported');
  });

  it('has machines in every region that it prices, and knows where those are', () => {
    const places = [...catalogue.index.computeByRegion.values()].map(([row]) => row);
    for (const row of places) expect(row && region(catalogue, row.cloud, row.region)).toBeDefined();
    expect(computeIn(catalogue, 'azure', 'westeurope').length).toBeGreaterThan(200);
  });

  it('ties every crosswalk row to controls that exist, and prints standards under copyright in our words only', () => {
    for (const row of catalogue.crosswalk) {
      expect(control(catalogue, row.framework, row.control)).toBeDefined();
      expect(control(catalogue, 'nist-csf-2.0', row.csfSubcategory)).toBeDefined();
    }
    for (const id of frameworkIds) expect(controls(catalogue, id).length).toBeGreaterThan(10);
    for (const id of ['iso-27001-2022', 'iso-42001', 'soc2-tsc', 'pci-dss-v4', 'cis-v8'] as const) {
      expect(frameworkOf(catalogue, id)?.wording).toBe('own paraphrase');
    }
  });

  it('measures only parts and models whose shape it knows', () => {
    for (const row of evidence.measurements) {
      expect(accelerator(catalogue, row.gpuModel)).toBeDefined();
      expect(model(catalogue, row.modelShape)).toBeDefined();
    }
  });

  it('marks the four steps at which a source began to count differently', () => {
    const steps = evidence.priceHistory.filter((point) => point.methodChange !== null);
    expect(new Set(steps.map((step) => `${step.sku} ${step.asOf}`))).toEqual(
      new Set([
        'a3-highgpu-8g 2024-05-21',
        'a2-ultragpu-1g 2024-05-21',
        'a2-ultragpu-1g 2022-10-02',
        'a2-highgpu-1g 2022-02-16',
      ]),
    );
  });

  it('cites an undated price with its note', () => {
    const [row] = catalogue.gpuClouds;
    expect(row && citation(catalogue, row)).toBe(
      'Lambda price, any, snapshot, exact day unknown and possibly of 2025',
    );
  });
});

describe('the assumption table', () => {
  it('has every assumption once, inside its band, with a source and what it moves', () => {
    expect(catalogue.assumptions.map((row) => row.id).toSorted()).toEqual([...assumptionIds].toSorted());
    for (const row of catalogue.assumptions) {
      expect(row.p10).toBeLessThanOrEqual(row.value);
      expect(row.p90).toBeGreaterThanOrEqual(row.value);
      expect(row.source.length * row.moves.length).toBeGreaterThan(0);
    }
  });

  it('is refused when a value leaves its band, or an assumption is missing or invented', async () => {
    const stored: unknown = JSON.parse(
      await readFile(new URL('assumptions.json', catalogueDirectory()), 'utf8'),
    );
    const rows = Array.isArray(stored) ? stored.map((row: object) => ({ ...row })) : [];
    expect(() => parseAssumptions(rows)).not.toThrow();
    expect(() => parseAssumptions(rows.slice(1))).toThrow('0 rows of fx.eur-usd');
    expect(() => parseAssumptions(rows.with(0, { ...rows[0], p90: 0.5 }))).toThrow('outside its band');
    expect(() => parseAssumptions([...rows, { ...rows[0], id: 'growth.monthly-default' }])).toThrow(
      `column ${rows.length}.id`,
    );
  });
});
