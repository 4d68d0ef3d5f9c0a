import type { Role } from '#lib/domain/access/actor.ts';

export const roleLabels: Readonly<Record<Role, string>> = {
  owner: 'Owner',
  consultant: 'Consultant',
  reader: 'Reader',
};

export const roleHints: Readonly<Record<Role, string>> = {
  owner: 'Does everything, and decides who belongs here.',
  consultant: 'Advises: clients, assessments, analyses, reports.',
  reader: 'Sees everything and changes nothing.',
};
