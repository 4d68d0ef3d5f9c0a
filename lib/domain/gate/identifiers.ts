import type { Assessment } from '../assessment/assessment.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { FrameworkId } from '../catalogue/control.ts';
import type { Need } from '../run/run.ts';

/** What the identifiers of a run are read from. */
export type IdentifierSources = {
  assessment: Assessment;
  needs: readonly Need[];
  catalogue: Pick<
    Catalogue,
    'frameworks' | 'controls' | 'regions' | 'models' | 'accelerators' | 'tokenPrices'
  >;
};

/**
 * The names that prose of a run may hold although digits are in them: its machines, regions, accelerators and models,
 * every framework and control of the catalogue, what the consultant named, and common technical names. A control that
 * its framework numbers plainly is known by its full name only ("GDPR Article 32", "PCI DSS 1.2"), and nothing that reads
 * as a bare quantity ("7", "8B") is a name: it would let numbers through.
 */
export function runIdentifiers({ assessment, needs, catalogue }: IdentifierSources): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (name: string | undefined): void => {
    if (name !== undefined && isName(name)) names.add(name);
  };
  technicalNames.forEach(add);
  add(assessment.client);
  for (const named of [...assessment.workloads, ...assessment.hardware, ...assessment.commitments])
    add(named.name);
  for (const { design } of needs.flatMap((need) => need.options)) {
    [design.sku, design.region, design.provider].forEach(add);
    [...acceleratorNames(design.accelerator), ...modelNames(design.model)].forEach(add);
  }
  for (const accelerator of catalogue.accelerators) acceleratorNames(accelerator.model).forEach(add);
  for (const model of catalogue.models) modelNames(model.name).forEach(add);
  for (const price of catalogue.tokenPrices) add(price.model);
  for (const { region } of catalogue.regions) add(region);
  for (const framework of catalogue.frameworks) add(framework.label);
  for (const { framework, control } of catalogue.controls) controlNames(framework, control).forEach(add);
  return names;
}

/** Whether a text can be a name: it has a letter, and is not a number with a short unit. */
export function isName(text: string): boolean {
  return /\p{L}/u.test(text) && !/^[\p{N}\p{P}\p{S}\s]+\p{L}{0,3}$/u.test(text);
}

/** Names of standards, formats and services that any text about infrastructure may hold. */
const technicalNames = [
  'CO2',
  'CO2e',
  'CO\u2082',
  'CO\u2082e',
  'S3',
  'EC2',
  'K8s',
  'k8s',
  'x86',
  'x86-64',
  'ARM64',
  'IPv4',
  'IPv6',
  'FP4',
  'FP8',
  'FP16',
  'FP32',
  'BF16',
  'INT4',
  'INT8',
  'AES-256',
  'SHA-256',
  'TLS 1.2',
  'TLS 1.3',
  'OAuth 2.0',
  'NIS2',
  'SOC 2',
  'SOC 2 Type II',
  'ISO 27001',
  'ISO/IEC 27001',
  'ISO 42001',
  'ISO/IEC 42001',
  'ISO 27017',
  'ISO 27018',
  'ISO 27701',
  'Tier III',
  'Tier IV',
  'BSI C5',
  'C5',
  'PCI DSS 4.0',
  'NIST SP 800-53',
  'A100',
  'H100',
];

/** The name of an accelerator with and without its form factor: H100-SXM is called H100 by everybody. */
function acceleratorNames(model: string | undefined): string[] {
  if (model === undefined) return [];
  return [model, model.replaceAll('-', ' '), ...model.split(/[-\s]/u).slice(0, 1)];
}

/** The name of a model with and without its publisher, with dashes and with blanks. */
function modelNames(name: string | undefined): string[] {
  if (name === undefined) return [];
  const short = name.slice(name.lastIndexOf('/') + 1);
  return [name, short, short.replaceAll('-', ' ')];
}

function controlNames(framework: FrameworkId, control: string): string[] {
  const prefixes: readonly string[] = controlPrefixes[framework] ?? [];
  return [control, ...prefixes.map((prefix) => `${prefix}${control}`)];
}

/** How people cite a control of each framework. */
const controlPrefixes: Partial<Record<FrameworkId, readonly string[]>> = {
  gdpr: ['GDPR Article ', 'GDPR Art. ', 'Article ', 'Art. '],
  'eu-ai-act': ['EU AI Act Article ', 'EU AI Act Art. ', 'AI Act Article ', 'AI Act Art. '],
  'hipaa-security-rule': ['45 CFR ', '\u00A7'],
  ccpa: ['CCPA ', '\u00A7'],
  'pci-dss-v4': ['PCI DSS '],
  'cis-v8': ['CIS Control ', 'CIS '],
  'iso-27001-2022': ['ISO 27001 ', 'ISO/IEC 27001 '],
  'iso-42001': ['ISO 42001 ', 'ISO/IEC 42001 '],
};
