import type { Assessment } from '#lib/domain/assessment/assessment.ts';
import type { FrameworkId } from '#lib/domain/catalogue/control.ts';
import type { Prose } from '#lib/domain/gate/prose.ts';

/**
 * What the client answered about a security practice. Only `yes` passes a control. A practice that nobody asked about is
 * `unasked`, never a pass and never a failure.
 */
export type PracticeState = 'yes' | 'partly' | 'planned' | 'no' | 'unknown' | 'unasked';

export type Practice = {
  field: PracticeField;
  /** As it stands in a sentence. */
  name: Prose;
  /** The controls that ask for it, by framework. Our reading, not an official mapping. */
  controls: Partial<Record<FrameworkId, readonly string[]>>;
};

const practiceFields = [
  'encryptionAtRest',
  'encryptionInTransit',
  'multiFactor',
  'roleBasedAccess',
  'auditLogging',
  'privilegedAccess',
  'networkIsolation',
  'firewall',
  'dataLossPrevention',
  'securityMonitoring',
  'vulnerabilityScanning',
  'patching',
  'penetrationTest',
  'backupTested',
  'backupEncryption',
  'dataInventory',
] as const;
export type PracticeField = (typeof practiceFields)[number];

/** The state of a practice, from its own answer and nothing else. */
export function stateOf({ answers }: Assessment, field: PracticeField): PracticeState {
  const answer = answers[field];
  if (answer === undefined) return 'unasked';
  if (answer.state !== 'value') return answer.state === 'unknown' ? 'unknown' : 'unasked';
  switch (answer.value) {
    case 'passed':
      return 'yes';
    case 'failed':
    case 'never':
      return 'no';
    default:
      return answer.value;
  }
}

export const practices: readonly Practice[] = [
  {
    field: 'encryptionAtRest',
    name: 'encryption of stored data',
    controls: {
      gdpr: ['32'],
      'hipaa-security-rule': ['164.312(a)(2)(iv)'],
      'pci-dss-v4': ['3.5'],
      'soc2-tsc': ['CC6.1'],
      'iso-27001-2022': ['A.8.24'],
      'nist-csf-2.0': ['PR.DS-01'],
    },
  },
  {
    field: 'encryptionInTransit',
    name: 'encryption on the way',
    controls: {
      gdpr: ['32'],
      'hipaa-security-rule': ['164.312(e)(2)(ii)'],
      'pci-dss-v4': ['4.2'],
      'soc2-tsc': ['CC6.7'],
      'iso-27001-2022': ['A.8.24'],
      'nist-csf-2.0': ['PR.DS-02'],
    },
  },
  {
    field: 'multiFactor',
    name: 'sign-in with several factors',
    controls: {
      gdpr: ['32'],
      'hipaa-security-rule': ['164.312(d)'],
      'pci-dss-v4': ['8.4'],
      'soc2-tsc': ['CC6.1'],
      'iso-27001-2022': ['A.8.5'],
      'nist-csf-2.0': ['PR.AA-03'],
    },
  },
  {
    field: 'roleBasedAccess',
    name: 'access by role',
    controls: {
      gdpr: ['25'],
      'hipaa-security-rule': ['164.308(a)(4)(ii)(B)'],
      'pci-dss-v4': ['7.2'],
      'soc2-tsc': ['CC6.3'],
      'iso-27001-2022': ['A.5.15'],
      'nist-csf-2.0': ['PR.AA-05'],
    },
  },
  {
    field: 'auditLogging',
    name: 'audit logs',
    controls: {
      gdpr: ['5'],
      'hipaa-security-rule': ['164.312(b)'],
      'pci-dss-v4': ['10.2'],
      'soc2-tsc': ['CC7.2'],
      'iso-27001-2022': ['A.8.15'],
      'nist-csf-2.0': ['PR.PS-04'],
    },
  },
  {
    field: 'privilegedAccess',
    name: 'control of privileged accounts',
    controls: {
      'hipaa-security-rule': ['164.308(a)(4)(ii)(C)'],
      'pci-dss-v4': ['8.2'],
      'soc2-tsc': ['CC6.2'],
      'iso-27001-2022': ['A.8.2'],
      'nist-csf-2.0': ['PR.AA-05'],
    },
  },
  {
    field: 'networkIsolation',
    name: 'separate networks',
    controls: {
      gdpr: ['32'],
      'pci-dss-v4': ['1.4'],
      'soc2-tsc': ['CC6.6'],
      'iso-27001-2022': ['A.8.22'],
      'nist-csf-2.0': ['PR.IR-01'],
    },
  },
  {
    field: 'firewall',
    name: 'a firewall before web applications',
    controls: { 'pci-dss-v4': ['6.4'], 'soc2-tsc': ['CC6.6'], 'iso-27001-2022': ['A.8.20'] },
  },
  {
    field: 'dataLossPrevention',
    name: 'prevention of data leaks',
    controls: { 'soc2-tsc': ['CC6.7'], 'iso-27001-2022': ['A.8.12'], 'pci-dss-v4': ['3.4'] },
  },
  {
    field: 'securityMonitoring',
    name: 'security monitoring',
    controls: {
      gdpr: ['33'],
      'hipaa-security-rule': ['164.308(a)(1)(ii)(D)'],
      'pci-dss-v4': ['10.4'],
      'soc2-tsc': ['CC7.2'],
      'iso-27001-2022': ['A.8.16'],
      'nist-csf-2.0': ['DE.CM-09'],
    },
  },
  {
    field: 'vulnerabilityScanning',
    name: 'the search for weaknesses',
    controls: {
      'pci-dss-v4': ['11.3'],
      'soc2-tsc': ['CC7.1'],
      'iso-27001-2022': ['A.8.8'],
      'nist-csf-2.0': ['ID.RA-01'],
    },
  },
  {
    field: 'patching',
    name: 'closing of weaknesses',
    controls: {
      'pci-dss-v4': ['6.3'],
      'soc2-tsc': ['CC7.1'],
      'iso-27001-2022': ['A.8.8'],
      'nist-csf-2.0': ['PR.PS-02'],
    },
  },
  {
    field: 'penetrationTest',
    name: 'penetration testing',
    controls: {
      gdpr: ['32'],
      'hipaa-security-rule': ['164.308(a)(8)'],
      'pci-dss-v4': ['11.4'],
      'soc2-tsc': ['CC4.1'],
      'iso-27001-2022': ['A.8.29'],
      'nist-csf-2.0': ['ID.IM-02'],
    },
  },
  {
    field: 'backupTested',
    name: 'tested restores',
    controls: {
      gdpr: ['32'],
      'hipaa-security-rule': ['164.308(a)(7)(ii)(D)'],
      'soc2-tsc': ['A1.3'],
      'iso-27001-2022': ['A.8.13'],
      'nist-csf-2.0': ['PR.DS-11'],
    },
  },
  {
    field: 'backupEncryption',
    name: 'encryption of backups',
    controls: {
      'hipaa-security-rule': ['164.308(a)(7)(ii)(A)'],
      'pci-dss-v4': ['9.4'],
      'iso-27001-2022': ['A.8.13'],
    },
  },
  {
    field: 'dataInventory',
    name: 'an inventory of personal data',
    controls: {
      gdpr: ['30'],
      'soc2-tsc': ['C1.1'],
      'iso-27001-2022': ['A.5.9'],
      'nist-csf-2.0': ['ID.AM-07'],
      ccpa: ['1798.110'],
    },
  },
];
