import { describe, expect, it } from 'vitest';
import { runScript } from '../test/run-script.ts';

const price = { cloud: 'aws', sku: 'p5.48xlarge', region: 'us-east-1', kind: 'ondemand' };

describe('the commands as processes', () => {
  it('the engine answers every line in order and ends with 0, also after lines that are wrong', async () => {
    const input = [JSON.stringify(price), '{', JSON.stringify({ ...price, sku: 'p5.nano' })].join('\n');
    const { out, code } = await runScript('cli/engine.ts', ['price'], input);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toMatchObject([
      { usd_per_hour: expect.any(Number), as_of: expect.any(String), source: expect.any(String) },
      { error: { code: 'invalid-input' } },
      { error: { code: 'not-found', field: 'sku' } },
    ]);
    expect(code).toBe(0);
  });

  it('the engine ends with 2 for a command that does not exist, whatever object has one of that name', async () => {
    for (const name of ['nothing', 'constructor', '__proto__']) {
      const { out, errors, code } = await runScript('cli/engine.ts', [name], '');
      expect([out, code]).toEqual(['', 2]);
      expect(errors).toContain('Usage: npm run -s engine -- serving | training | price');
    }
  });

  it('the catalogue command prints what it found, and ends with 2 for a call that is not valid', async () => {
    const found = await runScript('cli/catalogue.ts', ['search', 'p5.48xlarge', '--region', 'us-east-1'], '');
    expect(found.out).toContain('ondemand 55.04');
    expect(found.code).toBe(0);
    for (const args of [[], ['toString'], ['diff', 'catalogue'], ['search', '--gpu', 'H100']])
      expect(await runScript('cli/catalogue.ts', args, '')).toMatchObject({ out: '', code: 2 });
  });
});
