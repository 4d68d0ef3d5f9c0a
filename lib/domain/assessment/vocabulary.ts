/** Option lists that several fields share. Availability labels carry the true downtime of a 365-day year. */
export const availabilityOptions = {
  'best-effort': 'Best effort, no promise',
  '99': '99 % (3 days 16 hours down a year)',
  '99.5': '99.5 % (1 day 20 hours down a year)',
  '99.9': '99.9 % (8 hours 46 minutes down a year)',
  '99.95': '99.95 % (4 hours 23 minutes down a year)',
  '99.99': '99.99 % (53 minutes down a year)',
  '99.999': '99.999 % (5 minutes 15 seconds down a year)',
} as const;

export const importanceOptions = {
  experiment: 'An experiment',
  useful: 'Useful, missed when gone',
  important: 'Important, work slows without it',
  critical: 'Critical, the business stops without it',
} as const;

export const dataClassOptions = {
  public: 'Public',
  internal: 'Internal',
  confidential: 'Confidential business data',
  personal: 'Personal data',
  'special-category': 'Special categories of personal data (GDPR Art. 9)',
  health: 'Health records (PHI)',
  payment: 'Payment card data',
  financial: 'Financial records',
  'trade-secret': 'Trade secrets',
  'government-classified': 'Classified by a government',
} as const;

export const cloudOptions = {
  aws: 'AWS',
  azure: 'Microsoft Azure',
  gcp: 'Google Cloud',
  ibm: 'IBM Cloud',
  alibaba: 'Alibaba Cloud',
  'own-data-centre': 'Own data centre',
  other: 'Other',
} as const;

export const residencyOptions = {
  us: 'United States',
  eu: 'European Union or EEA',
  uk: 'United Kingdom',
  de: 'Germany',
  es: 'Spain',
  fr: 'France',
  ie: 'Ireland',
  it: 'Italy',
  nl: 'Netherlands',
  ch: 'Switzerland',
  jp: 'Japan',
  ca: 'Canada',
  au: 'Australia',
  in: 'India',
  br: 'Brazil',
  sg: 'Singapore',
} as const;

export const yesNoPlannedOptions = { no: 'No', planned: 'Planned', partly: 'Partly', yes: 'Yes' } as const;
