import type { Row } from './provenance.ts';

export const frameworkIds = [
  'nist-csf-2.0',
  'nist-ai-rmf',
  'nist-800-53-r5-moderate',
  'hipaa-security-rule',
  'gdpr',
  'eu-ai-act',
  'ccpa',
  'iso-27001-2022',
  'iso-42001',
  'soc2-tsc',
  'pci-dss-v4',
  'cis-v8',
] as const;
export type FrameworkId = (typeof frameworkIds)[number];

export type Framework = {
  readonly id: FrameworkId;
  readonly label: string;
  /** Whose words the titles are: a standard under copyright appears only in our paraphrase. */
  readonly wording: 'official text' | 'official title' | 'own paraphrase';
  readonly note: string | null;
};

export type Control = Row<'controls'> & {
  readonly framework: FrameworkId;
  readonly control: string;
  readonly title: string;
  /** What this framework says beside the title: theme, risk class, `applies from`, required or addressable, ... */
  readonly extra: Readonly<Record<string, string>>;
};

/** Guidance that ties a control to a subcategory of NIST CSF 2.0. Own judgement, not an official mapping. */
export type Crosswalk = Row<'crosswalk'> & {
  readonly framework: FrameworkId;
  readonly control: string;
  readonly csfSubcategory: string;
  readonly relation: string;
};
