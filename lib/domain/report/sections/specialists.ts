import { subjectLabels } from '../subject-labels.ts';
import type { Claim, Dissent } from '../../claims/claim.ts';
import { specialistNames } from '../../run/specialist-name.ts';
import { gradeOf } from '../grade.ts';
import type { Block, Section } from '../document.ts';
import type { SectionSource } from '../report-source.ts';
import { heading, inlines, table } from '../wording.ts';

/** The brief of each specialist. */
export function specialistBriefs({ specialists }: SectionSource): Section {
  return {
    id: 'specialists',
    title: 'What each specialist says',
    blocks: specialists
      .filter(({ brief }) => brief.length > 0)
      .flatMap(({ name, brief }) => [
        heading(specialistNames[name]),
        ...brief.map((paragraph): Block => ({ kind: 'paragraph', inlines: paragraph })),
      ]),
  };
}

/** Where specialists take different positions, with all sides. */
export function disagreements(source: SectionSource): Section {
  return {
    id: 'disagreements',
    title: 'Where the specialists disagree',
    blocks: source.synthesis.dissents.flatMap((dissent) => sidesOf(dissent, source)),
  };
}

function sidesOf(dissent: Dissent, { synthesis, needs, say }: SectionSource): Block[] {
  const claims = synthesis.claims.filter((claim) => dissent.claims.includes(claim.id));
  const need = needs.find(({ id }) => id === dissent.need)?.title ?? 'the whole engagement';
  return [
    heading(`On ${subjectLabels[dissent.subject]}: ${need}`),
    ...table(
      `Positions on ${subjectLabels[dissent.subject]}`,
      ['Specialist', 'Position', 'Why', 'Evidence'],
      claims.map((claim) => [
        inlines(specialistNames[claim.specialist]),
        inlines(positionWords(claim)),
        say(claim.statement),
        inlines(gradeOf(claim.confidence.value)),
      ]),
    ),
  ];
}

const positionLabels: Readonly<Partial<Record<Claim['position'], string>>> = {
  'token-api': 'token API',
  'gpu-cloud': 'cloud GPUs',
  'cpu-cloud': 'cloud CPUs',
  'commit-1y': 'commit for a year',
  'commit-3y': 'commit for three years',
};

function positionWords({ position }: Claim): string {
  return positionLabels[position] ?? position.replaceAll('-', ' ');
}
