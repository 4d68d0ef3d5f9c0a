import { describe, expect, it } from 'vitest';
import { sampleRun } from '../report/sample-run.fixture.ts';
import { isName, runIdentifiers } from './identifiers.ts';

const from = { source: 'test', asOf: null } as const;
const control = (framework: 'gdpr' | 'pci-dss-v4' | 'nist-800-53-r5-moderate', name: string) =>
  ({ ...from, id: `controls:${framework}/${name}`, framework, control: name, title: '', extra: {} }) as const;

describe('the names of a run', () => {
  const { assessment, needs } = sampleRun();
  const names = runIdentifiers({
    assessment,
    needs,
    catalogue: {
      frameworks: [{ id: 'gdpr', label: 'GDPR', wording: 'official title', note: null }],
      controls: [
        control('gdpr', '32'),
        control('pci-dss-v4', '1.2'),
        control('nist-800-53-r5-moderate', 'AC-2(1)'),
      ],
      regions: [],
      models: [],
      accelerators: [],
      tokenPrices: [],
    },
  });

  it('hold its machines and regions, controls as people cite them, and what the consultant named', () => {
    for (const name of [
      'p5.48xlarge',
      'us-east-1',
      'GDPR Article 32',
      'PCI DSS 1.2',
      'AC-2(1)',
      'Prairie Health',
      'CO2e',
    ])
      expect(names).toContain(name);
  });

  it('hold no bare number of a control', () => {
    expect(names).not.toContain('32');
    expect(names).not.toContain('1.2');
  });

  it('are never a quantity', () => {
    expect(['7', '8B', '1.5 TB', '10k', '3-5', '90%'].filter(isName)).toEqual([]);
    expect(['H100', 'gpt-4o', '164.312(a)(1)', 'us-east-1'].filter(isName)).toHaveLength(4);
  });
});
