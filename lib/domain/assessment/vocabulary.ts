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

/** Areas of use that the EU AI Act (Regulation 2024/1689, Art. 5, 50 and Annex III) tells apart, and common ones that it leaves free. */
export const areaOfUseOptions = {
  'credit-scoring': 'Creditworthiness of people',
  'fraud-detection': 'Detection of fraud',
  insurance: 'Pricing of life or health insurance',
  employment: 'Hiring or managing staff',
  education: 'Admission or grading',
  'public-services': 'Access to public services, permits, benefits',
  'medical-documentation': 'Medical documentation',
  'medical-decisions': 'Diagnosis or treatment',
  biometrics: 'Recognition of people',
  'public-space-cameras': 'Cameras in public space',
  'critical-infrastructure': 'Safety of critical infrastructure',
  'law-enforcement': 'Police, border or court',
  'talks-to-people': 'Talks with people',
  'generates-content': 'Makes text, images or sound for publication',
  'internal-work': 'Help for own staff',
  research: 'Research and development',
  other: 'Other',
} as const;

export const dataTypeOptions = {
  text: 'Text',
  tabular: 'Tables and transactions',
  'time-series': 'Time series and sensor data',
  images: 'Images and scans',
  video: 'Video',
  audio: 'Speech and sound',
  code: 'Source code',
  graph: 'Graphs and relations',
  geospatial: 'Maps and positions',
  simulation: 'Results of simulations',
} as const;

export const skillOptions = {
  none: 'None',
  some: 'Some',
  good: 'Good, in production',
  strong: 'Strong, could teach it',
} as const;
