/** The specialists that a run can have, with what people call them. */
export const specialistNames = {
  cto: 'CTO',
  'cloud-engineer': 'Cloud Engineer',
  infrastructure: 'Infrastructure',
  compliance: 'Compliance',
} as const;
export type SpecialistName = keyof typeof specialistNames;

export function isSpecialistName(name: unknown): name is SpecialistName {
  return typeof name === 'string' && Object.hasOwn(specialistNames, name);
}
