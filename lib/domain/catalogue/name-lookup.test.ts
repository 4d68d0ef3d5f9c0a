import { describe, expect, it } from 'vitest';
import { accelerator } from './accelerator-lookup.ts';
import { model } from './model-lookup.ts';
import { acceleratorRow, catalogueOf, modelRow } from './test-rows.ts';

describe('an accelerator by name', () => {
  const parts = ['L4', 'H100-SXM', 'A100-80GB', 'A100-80GB-PCIe', 'RTX-PRO-6000-BSE'];
  const catalogue = catalogueOf({ accelerators: parts.map((part) => acceleratorRow({ model: part })) });

  it.each([
    ['L4', 'L4'],
    ['NVIDIA L4', 'L4'],
    ['h100 sxm5', 'H100-SXM'],
    ['NVIDIA H100 80GB HBM3', 'H100-SXM'],
    ['A100 SXM4 80GB', 'A100-80GB'],
    ['A100_80GB_PCIe', 'A100-80GB-PCIe'],
    ['RTX PRO 6000', 'RTX-PRO-6000-BSE'],
  ])('%s is %s', (name, part) => {
    expect(accelerator(catalogue, name)?.model).toBe(part);
  });

  it.each(['A100', 'H100', 'V100', 'H900', ''])('%j stays unknown: several parts, or none', (name) => {
    expect(accelerator(catalogue, name)).toBeUndefined();
  });
});

describe('a language model by name', () => {
  const names = ['meta-llama/Meta-Llama-3.1-70B', 'Qwen/Qwen3-32B', 'org-a/twin-7B', 'org-b/twin-7B'];
  const catalogue = catalogueOf({ models: names.map((name) => modelRow(name)) });

  it.each([
    ['meta-llama/Meta-Llama-3.1-70B', 'meta-llama/Meta-Llama-3.1-70B'],
    ['Llama-3.1-70B-Instruct', 'meta-llama/Meta-Llama-3.1-70B'],
    ['meta-llama/Llama-3.1-70B-Instruct-FP8', 'meta-llama/Meta-Llama-3.1-70B'],
    ['llama 3.1 70b', 'meta-llama/Meta-Llama-3.1-70B'],
    ['qwen3-32b', 'Qwen/Qwen3-32B'],
    ['org-b/twin-7B', 'org-b/twin-7B'],
  ])('%s is %s', (name, full) => {
    expect(model(catalogue, name)?.name).toBe(full);
  });

  it('is not guessed when two models share the short name', () => {
    expect(model(catalogue, 'twin-7B')).toBeUndefined();
  });

  it.each(['Llama-3.1-80B', 'Qwen3', ''])('%j stays unknown', (name) => {
    expect(model(catalogue, name)).toBeUndefined();
  });
});
