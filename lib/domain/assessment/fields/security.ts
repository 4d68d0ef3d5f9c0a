import type { Fields } from '../field.ts';
import { yesNoPlannedOptions } from '../vocabulary.ts';

const practice = { kind: 'choice', options: yesNoPlannedOptions, weight: 1 } as const;

/** What the client does about security today. Each practice has four answers and two kinds of silence: nothing is forced to yes. */
export const securityFields = {
  encryptionAtRest: {
    ...practice,
    label: 'Encryption at rest',
    help: 'Whether stored data is encrypted today: on disks, in databases, in backups.',
  },
  encryptionInTransit: {
    ...practice,
    label: 'Encryption in transit',
    help: 'Whether traffic between systems is encrypted today, inside the house too.',
  },
  multiFactor: {
    ...practice,
    label: 'Multi-factor sign-in',
    help: 'Whether people sign in with a second factor, such as a key or an app, besides the password.',
  },
  roleBasedAccess: {
    ...practice,
    label: 'Access by role',
    help: 'Whether people may do what their role needs and no more (RBAC).',
  },
  auditLogging: {
    ...practice,
    label: 'Audit logging',
    help: 'Whether it is recorded who read or changed which data, where nobody can alter the record.',
  },
  singleSignOn: {
    ...practice,
    label: 'Single sign-on',
    help: 'Whether people sign in once, at one place, for all systems.',
  },
  privilegedAccess: {
    ...practice,
    label: 'Privileged access managed',
    help: 'Whether the rights of administrators are given for a time and recorded.',
  },
  networkIsolation: {
    ...practice,
    label: 'Networks kept apart',
    help: 'Whether systems stand in private networks (VPC, VLAN) with only the needed paths open.',
  },
  firewall: {
    ...practice,
    label: 'Firewall before web applications',
    help: 'Whether a web application firewall looks at requests before they arrive.',
  },
  ddosProtection: {
    ...practice,
    label: 'Protection against overload attacks',
    help: 'Whether a service absorbs floods of requests meant to take systems down (DDoS).',
  },
  dataLossPrevention: {
    ...practice,
    label: 'Data loss prevention',
    help: 'Whether tools notice confidential data that leaves the house.',
  },
  securityMonitoring: {
    ...practice,
    label: 'Security monitoring',
    help: 'Whether somebody or a service watches for attacks, for example by a SIEM.',
  },
  monitoredBy: {
    kind: 'text',
    label: 'Who watches, by what',
    maxLength: 300,
    weight: 1,
    help: 'Security team, service or tools that do the watching.',
  },
  vulnerabilityScanning: {
    ...practice,
    label: 'Vulnerability scanning',
    help: 'Whether systems are scanned for known weaknesses.',
  },
  patching: {
    ...practice,
    label: 'Weaknesses closed in time',
    help: 'Whether known weaknesses are closed within set times, and somebody sees to it.',
  },
  penetrationTest: {
    kind: 'choice',
    label: 'Last penetration test',
    options: { passed: 'Passed', failed: 'Failed', never: 'Never done' },
    weight: 2,
    help: 'Outcome of the last test in which experts tried to break in. Debts from it come before new systems.',
  },
  backupTested: {
    ...practice,
    label: 'Restores tested',
    help: 'Whether restoring from backup has been tried. A backup that was never restored is a hope.',
  },
  backupEncryption: {
    ...practice,
    label: 'Backups encrypted',
    help: 'Whether a stolen backup would be unreadable.',
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
    help: 'What happened, and when: break-ins, ransomware, leaks, also at suppliers.',
  },
} as const satisfies Fields;
