import type { Workload } from '#lib/domain/assessment/assessment.ts';
import { readValue } from '#lib/domain/assessment/read-answer.ts';
import type { Prose } from '#lib/domain/gate/prose.ts';

/** What the EU AI Act makes of a use. `to-be-settled` depends on facts that the area of use alone does not tell. */
export type AiActClass = 'high-risk' | 'to-be-settled' | 'disclosure' | 'free';

export type AiActReading = { class: AiActClass; because: Prose };

/** How the act, as adopted (Regulation 2024/1689), reads each area of use; areas that it leaves free are absent. */
const readings: Readonly<Record<string, AiActReading>> = {
  'credit-scoring': {
    class: 'high-risk',
    because:
      'the creditworthiness of people is on the list of high-risk uses, and only the detection of fraud is taken out of it',
  },
  insurance: {
    class: 'high-risk',
    because: 'pricing life and health insurance is on the list of high-risk uses',
  },
  employment: { class: 'high-risk', because: 'hiring and managing staff is on the list of high-risk uses' },
  education: { class: 'high-risk', because: 'admission and grading are on the list of high-risk uses' },
  biometrics: {
    class: 'high-risk',
    because: 'recognising people is on the list of high-risk uses, and part of it is forbidden',
  },
  'critical-infrastructure': {
    class: 'high-risk',
    because: 'safety parts of critical infrastructure are on the list of high-risk uses',
  },
  'law-enforcement': {
    class: 'high-risk',
    because: 'police, border and court uses are on the list of high-risk uses, and part of them is forbidden',
  },
  'public-services': {
    class: 'to-be-settled',
    because:
      'it is high-risk as soon as it weighs who gets an essential public service or benefit, and free while it only checks whether papers are complete',
  },
  'medical-decisions': {
    class: 'to-be-settled',
    because: 'it is high-risk where it is a medical device that a notified body must assess',
  },
  'public-space-cameras': {
    class: 'to-be-settled',
    because:
      'seeing things is free and recognising people is not, so faces and number plates must be gone before a picture is kept',
  },
  'talks-to-people': {
    class: 'disclosure',
    because: 'people must be told that they talk to a machine',
  },
  'generates-content': {
    class: 'disclosure',
    because: 'what is made for publication must be marked as made by a machine',
  },
  'fraud-detection': {
    class: 'free',
    because:
      'the detection of fraud is expressly taken out of the high-risk uses, and general data protection law remains',
  },
  'internal-work': { class: 'free', because: 'help for own staff carries no duty beyond knowing the tool' },
  research: { class: 'free', because: 'research before anything is put into use is outside the act' },
  'medical-documentation': {
    class: 'free',
    because:
      'writing notes for a clinician to check decides nothing about a patient, as long as a clinician does check',
  },
};

/** Stricter classes have higher numbers. */
export const severity: Readonly<Record<AiActClass, number>> = {
  'high-risk': 3,
  'to-be-settled': 2,
  disclosure: 1,
  free: 0,
};

/** The strictest reading of what a workload is for; undefined when its area of use is not said or not in the act. */
export function aiActReading(workload: Workload): AiActReading | undefined {
  return (readValue(workload.answers.areasOfUse) ?? [])
    .flatMap((area) => readings[area] ?? [])
    .toSorted((a, b) => severity[b.class] - severity[a.class])[0];
}
