import { describe, expect, it } from 'vitest';
import { acceleratorRow, modelRow } from '../../../catalogue/test-rows.ts';
import { knownSetup } from './known-setup.fixture.ts';
import { readPrecision } from './precision.ts';
import type { ServingSetup } from './setup.ts';

const part = acceleratorRow({ bf16DenseTflops: 100, fp8DenseTflops: 200, fp4DenseTflops: null });

function read(setup: Partial<ServingSetup>, model = 'org/any') {
  const precision = readPrecision({ ...knownSetup, ...setup }, modelRow(model), part);
  if ('kind' in precision) throw new Error(precision.say);
  return precision;
}

describe('the precision of weights', () => {
  it('is what the columns say, for dense weights and experts apart', () => {
    const { dense, experts } = read({ gemmQuantisation: 'fp8', moeQuantisation: 'nvfp4' });
    expect([dense.bytesPerWeight, dense.tflops]).toEqual([1, 200]);
    expect(experts.bytesPerWeight).toBe(0.5625);
  });

  it('is multiplied in 16 bit where the part has no arithmetic for it', () => {
    expect(read({ gemmQuantisation: 'nvfp4' }).dense.tflops).toBe(100);
    expect(read({ gemmQuantisation: 'int4_wo' }).dense).toMatchObject({ tflops: 100, integer: true });
  });

  it('falls back on the precision of the weights, then on 16 bit', () => {
    const blank = { gemmQuantisation: null, moeQuantisation: null };
    expect(read({ ...blank, precision: 'fp4' }).dense.bytesPerWeight).toBe(0.5625);
    expect(read({ ...blank, precision: null }).dense.bytesPerWeight).toBe(2);
  });

  it('of gpt-oss is four bit for the experts alone, whatever the label', () => {
    const { dense, experts } = read({ gemmQuantisation: 'nvfp4' }, 'openai/gpt-oss-120b');
    expect([dense.bytesPerWeight, experts.bytesPerWeight]).toEqual([2, 0.53125]);
  });
});
