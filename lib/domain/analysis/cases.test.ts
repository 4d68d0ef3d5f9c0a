import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#lib/data/catalogue/read-catalogue.ts';
import { parseAssessment } from '../assessment/parse-assessment.ts';
import type { Figure } from '../figure/figure.ts';
import { hashLedger, ledgerOf } from '../figure/ledger.ts';
import type { Option } from '../options/option.ts';
import { computeBase } from './compute-base.ts';

const catalogue = await readCatalogue();

async function analyse(example: string) {
  const file = new URL(`../../../examples/${example}.json`, import.meta.url);
  const parsed = parseAssessment(JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const analysis = computeBase(parsed.assessment, catalogue);
  const ledger = ledgerOf(analysis.figures);
  return {
    ...analysis,
    ledger,
    figure(id: string | undefined): Figure {
      const found = id === undefined ? undefined : ledger.get(id);
      if (found === undefined) throw new Error(`${example} has no figure ${id}`);
      return found;
    },
    options(need: string): Option[] {
      return analysis.needs.find(({ id }) => id === need)?.options ?? [];
    },
  };
}

function verdictOf(option: Option | undefined, constraint: string): string | undefined {
  return option?.checks.find((check) => check.constraint === constraint)?.verdict;
}

describe('the hospital group', async () => {
  const hospital = await analyse('clinical-notes');

  it('sees that the cost of the pilot per physician would break the budget for all of them', () => {
    const { value } = hospital.figure('load.notes.pilot-extrapolated-per-month');
    expect(value).toBeCloseTo((31_000 / 5 / 60) * 2_100, 0);
    expect(value * 12).toBeGreaterThan(400_000);
  });

  it('prices a smaller open model beside the one the client believes in', () => {
    const models = new Set(
      hospital
        .options('notes')
        .flatMap(({ design, service }) => (service === 'gpu-cloud' ? [design.model] : [])),
    );
    expect(models).toEqual(new Set(['meta-llama/Llama-3.3-70B-Instruct', 'Qwen/Qwen3-32B']));
  });

  it('sizes GPUs by the peak, and finds two engineers too few to run them', () => {
    const gpus = hospital.options('notes').filter(({ service }) => service === 'gpu-cloud');
    expect(gpus.map((option) => verdictOf(option, 'team'))).toEqual(gpus.map(() => 'not-met'));
    expect(hospital.figure('load.notes.peak-requests-per-second').value).toBeGreaterThan(14_000 / 86_400);
  });

  it('finds designs whose measured times keep the stated two and twenty seconds over the whole band', () => {
    const gpus = hospital.options('notes').filter(({ service }) => service === 'gpu-cloud');
    expect(new Set(gpus.map((option) => verdictOf(option, 'latency')))).toEqual(new Set(['met']));
    for (const { id } of gpus) expect(hospital.figure(`size.${id}.answer-time`).band?.p90).toBeLessThan(20);
  });

  it('does not call one region good enough for the stated availability while recovery is only backups', () => {
    const rented = hospital.options('notes').filter(({ service }) => service === 'gpu-cloud');
    expect(new Set(rented.map((option) => verdictOf(option, 'availability')))).toEqual(
      new Set(['cannot-tell']),
    );
  });

  it('has token APIs of its own cloud as options, and cannot tell where they process', () => {
    const own = hospital.options('notes').filter(({ design }) => design.provider === 'Azure OpenAI');
    expect(own.length).toBe(2);
    expect(new Set(own.map((option) => verdictOf(option, 'residency')))).toEqual(new Set(['cannot-tell']));
  });
});

describe('the research lab', async () => {
  const lab = await analyse('foundation-lab');
  const own = lab.options('pre-training').find(({ service }) => service === 'own-hardware');

  it('computes the GPU hours of the training with honest utilisation', () => {
    const hours = lab.figure(`size.${own?.id}.gpu-hours`);
    expect(hours.value).toBeGreaterThan(70_000);
    expect(hours.value).toBeLessThan(120_000);
    expect((hours.band?.p90 ?? 0) / (hours.band?.p10 ?? 1)).toBeGreaterThan(1.5);
  });

  it('takes the utilisation from published runs and not from an assumption', () => {
    const hours = lab.figure(`size.${own?.id}.gpu-hours`);
    const inputs = hours.kind === 'computed' ? hours.inputs : [];
    expect(inputs).toContain('fact.fitted-training:Hopper/13b.utilisation');
    expect(lab.ledger.has('assumption.training.mfu')).toBe(false);
  });

  it('finds that the computing fits the deadline on its own machines, but not whether they come in time', () => {
    expect(lab.figure(`size.${own?.id}.wall-time`).value).toBeLessThan(
      lab.figure('answer.workloads.pre-training.deadline').value,
    );
    expect(verdictOf(own, 'deadline')).toBe('cannot-tell');
    expect(own?.missing.map(({ what }) => what)).toContain('Delivery of the machines');
  });

  it('finds enough power in the room', () => {
    expect(lab.figure('size.hardware.h100.free-power').value).toBe(180);
    expect(verdictOf(own, 'power')).toBe('met');
  });

  it('names the data that may not leave Japan', () => {
    const need = lab.needs.find(({ id }) => id === 'pre-training');
    expect(need?.missing.map(({ what }) => what)).toContain(
      'Training with data that may not leave its place',
    );
  });

  it('has emissions and their price by place', () => {
    expect(lab.figure(`carbon.${own?.id}.once`).value).toBeGreaterThan(10_000);
    expect(lab.figure(`carbon.${own?.id}.once.usd`).value).toBeGreaterThan(1_000);
  });

  it('finds serving the researchers small beside the training', () => {
    const [serving] = lab.options('researchers');
    expect(lab.figure(`cost.${serving?.id}.bills.monthly`).value).toBeLessThan(
      lab.figure(lab.options('pre-training').find(({ service }) => service === 'training-cloud')?.once)
        .value / 100,
    );
  });
});

describe('the bank', async () => {
  const bank = await analyse('fraud-bank');

  it('counts the unused commitment, and sets it against options on that cloud alone', () => {
    expect(bank.figure('commitment.aws.unused.monthly').value).toBeCloseTo(45_000, 6);
    const covered = bank
      .options('card-fraud')
      .filter(({ parts }) => parts.some(({ key }) => key === 'commitment'));
    expect(new Set(covered.map(({ design }) => design.provider))).toEqual(new Set(['aws']));
  });

  it('finds CPUs enough for the peak, eight times the mean', () => {
    expect(bank.figure('load.card-fraud.peak-over-average').value).toBeCloseTo(1_900 / 240, 6);
    expect(new Set(bank.options('card-fraud').map(({ service }) => service))).toEqual(new Set(['cpu-cloud']));
  });

  it('runs in two regions of the EU', () => {
    for (const option of bank.options('card-fraud')) {
      expect(verdictOf(option, 'availability')).toBe('met');
      expect(verdictOf(option, 'residency')).toBe('met');
    }
  });

  it('finds that daily training fills most of the month on the present server', () => {
    expect(bank.figure('load.card-fraud.training-time-per-month').value / 3_600).toBeCloseTo(19 * 30, 6);
  });

  it('keeps the euro budget in euro and converts it by a named rate', () => {
    expect(bank.figure('answer.answers.budgetRunning')).toMatchObject({
      unit: 'eur-per-month',
      value: 140_000,
    });
    expect(bank.figure('whole.budget.monthly-usd').value).toBeCloseTo(
      140_000 * bank.figure('assumption.fx.eur-usd').value,
      6,
    );
  });

  it("leaves the benefit as the client's claim", () => {
    expect(bank.missing.map(({ what }) => what)).toContain('How much of the claimed benefit will be reached');
  });
});

describe('the software company', async () => {
  const company = await analyse('support-saas');

  it('finds the token API far cheaper than any GPU, and says at which volume that turns', () => {
    const [first] = company.options('assistant');
    expect(first?.service).toBe('token-api');
    expect(company.figure('load.assistant.break-even-over-volume').value).toBeGreaterThan(3);
  });

  it('changes little with ten questions each', () => {
    const tokens = company.figure('load.assistant.cheapest-tokens');
    expect(tokens.band?.p90).toBeLessThan(company.figure('whole.budget.monthly-usd').value / 4);
  });

  it('respects that nobody wants to run GPUs', () => {
    for (const option of company.options('assistant').filter(({ service }) => service === 'gpu-cloud'))
      expect(verdictOf(option, 'team')).toBe('not-met');
  });
});

describe('the city', async () => {
  const city = await analyse('city-public');

  it('prices the reading of the archive once, within what is left of the year', () => {
    const [cheapest] = city.options('archive-recognition');
    expect(cheapest?.monthly).toBeUndefined();
    expect(verdictOf(cheapest, 'budget')).toBe('met');
  });

  it('has an open model on a single node of its own beside the token APIs', () => {
    const services = new Set(city.options('citizen-chat').map(({ service }) => service));
    expect(services).toEqual(new Set(['own-hardware', 'gpu-cloud', 'token-api']));
    const own = city.options('citizen-chat').find(({ service }) => service === 'own-hardware');
    expect(verdictOf(own, 'openness')).toBe('met');
    expect(city.figure(own?.design.machines).value).toBe(1);
  });

  it('prices rented machines in Spain alone', () => {
    for (const option of city.options('citizen-chat').filter(({ service }) => service === 'gpu-cloud'))
      expect(verdictOf(option, 'residency')).toBe('met');
  });

  it('names what cannot be sized instead of inventing it', () => {
    for (const id of ['minutes', 'archive-search', 'potholes']) {
      const need = city.needs.find((each) => each.id === id);
      expect(need?.options).toEqual([]);
      expect(need?.missing.map(({ settledBy }) => settledBy)).toContainEqual(
        expect.stringContaining(`workloads.${id}.`),
      );
    }
  });

  it('has its costs by quarter', () => {
    expect(city.figure('whole.cheapest.quarterly').value).toBeCloseTo(
      3 * city.figure('whole.cheapest.monthly').value,
      6,
    );
  });
});

describe('golden ledgers', () => {
  // The hash changes with the answers, the catalogue or the engine. After a wanted change: `vitest run -u`, and say in the
  // commit what moved.
  it.each(['city-public', 'clinical-notes', 'foundation-lab', 'fraud-bank', 'support-saas'])(
    '%s',
    async (example) => {
      const { ledger } = await analyse(example);
      expect({ figures: ledger.size, hash: hashLedger(ledger) }).toMatchSnapshot();
    },
  );
});
