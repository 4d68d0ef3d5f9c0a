import type { Fields } from '../field.ts';
import { residencyOptions, yesNoPlannedOptions } from '../vocabulary.ts';

const practice = { kind: 'choice', options: yesNoPlannedOptions, weight: 1 } as const;

/** Rules that bind the client, and what it does about them. Each practice has three answers and more: nothing is forced to yes. */
export const rulesFields = {
  frameworks: {
    kind: 'choices',
    label: 'Rules and standards that apply',
    weight: 3,
    help: 'Laws and standards that the client says it must meet.',
    options: {
      gdpr: 'GDPR',
      hipaa: 'HIPAA',
      ccpa: 'CCPA',
      soc2: 'SOC 2',
      iso27001: 'ISO 27001',
      iso42001: 'ISO 42001',
      'pci-dss': 'PCI DSS',
      dora: 'DORA',
      nis2: 'NIS2',
      'eu-ai-act': 'EU AI Act',
      fedramp: 'FedRAMP',
      fisma: 'FISMA',
      'nist-csf': 'NIST CSF',
      none: 'None',
    },
  },
  certifications: {
    kind: 'choices',
    label: 'Certificates held',
    weight: 1,
    help: 'What the client has been certified for.',
    options: {
      iso27001: 'ISO 27001',
      soc2: 'SOC 2 Type II',
      'pci-dss': 'PCI DSS',
      hitrust: 'HITRUST',
      iso42001: 'ISO 42001',
      none: 'None',
    },
  },
  nextAudit: {
    kind: 'number',
    label: 'Next audit in',
    dimension: 'duration',
    defaultUnit: 'months',
    min: 0,
    weight: 1,
    help: 'Time until an auditor comes.',
  },
  residency: {
    kind: 'choices',
    label: 'Data must stay in',
    options: residencyOptions,
    weight: 3,
    help: 'Where data may be kept and processed. Regions elsewhere are left out.',
  },
  ownKeys: {
    kind: 'yes-no',
    label: 'Keys under own control',
    weight: 2,
    help: 'Whether encryption keys must be held by the client.',
  },
  exitPlanRequired: {
    kind: 'yes-no',
    label: 'Exit plan required',
    weight: 2,
    help: 'Whether a critical service must have a plan for leaving its provider.',
  },
  retention: {
    kind: 'number',
    label: 'Records must be kept for',
    dimension: 'duration',
    defaultUnit: 'years',
    min: 0,
    weight: 1,
    help: 'Retention that law or policy demands.',
  },
  encryptionAtRest: {
    ...practice,
    label: 'Encryption at rest',
    help: 'Whether stored data is encrypted today.',
  },
  encryptionInTransit: {
    ...practice,
    label: 'Encryption in transit',
    help: 'Whether traffic is encrypted today.',
  },
  multiFactor: {
    ...practice,
    label: 'Multi-factor sign-in',
    help: 'Whether people sign in with a second factor.',
  },
  roleBasedAccess: { ...practice, label: 'Access by role', help: 'Whether access follows roles.' },
  auditLogging: { ...practice, label: 'Audit logging', help: 'Whether access to data is recorded.' },
  vulnerabilityScanning: {
    ...practice,
    label: 'Vulnerability scanning',
    help: 'Whether systems are scanned for known weaknesses.',
  },
  penetrationTest: {
    kind: 'choice',
    label: 'Last penetration test',
    options: { passed: 'Passed', failed: 'Failed', never: 'Never done' },
    weight: 2,
    help: 'Outcome of the last one.',
  },
  backupTested: {
    ...practice,
    label: 'Restores tested',
    help: 'Whether restoring from backup has been tried.',
  },
  dataInventory: {
    ...practice,
    label: 'Inventory of personal data',
    help: 'Whether the client knows where personal data is.',
  },
  incidents: {
    kind: 'text',
    label: 'Past security incidents',
    maxLength: 1_000,
    lines: 'many',
    weight: 1,
    help: 'What happened, and when.',
  },
} as const satisfies Fields;
