import type { FrameworkId } from '#lib/domain/catalogue/control.ts';
import { id, type Prose } from '#lib/domain/gate/prose.ts';

/** The sets of rules that can be in scope, as prose names them, and where the catalogue holds their controls. */
export const ruleNames = {
  gdpr: { name: 'GDPR', framework: 'gdpr' },
  hipaa: { name: 'HIPAA', framework: 'hipaa-security-rule' },
  ccpa: { name: 'CCPA', framework: 'ccpa' },
  soc2: { name: id('SOC 2'), framework: 'soc2-tsc' },
  iso27001: { name: id('ISO 27001'), framework: 'iso-27001-2022' },
  iso42001: { name: id('ISO 42001'), framework: 'iso-42001' },
  'pci-dss': { name: 'PCI DSS', framework: 'pci-dss-v4' },
  dora: { name: 'DORA' },
  nis2: { name: id('NIS2') },
  'eu-ai-act': { name: 'the EU AI Act', framework: 'eu-ai-act' },
  fedramp: { name: 'FedRAMP' },
  fisma: { name: 'FISMA' },
  'nist-csf': { name: 'the NIST cybersecurity framework', framework: 'nist-csf-2.0' },
} as const satisfies Readonly<Record<string, { name: Prose; framework?: FrameworkId }>>;
export type RuleId = keyof typeof ruleNames;

export const ruleIds = Object.keys(ruleNames).filter((key): key is RuleId => Object.hasOwn(ruleNames, key));
