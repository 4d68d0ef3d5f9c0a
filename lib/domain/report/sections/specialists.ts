import { subjectLabels } from '../subject-labels.ts';
import type { Dissent } from '../../claims/claim.ts';
import { positionWords } from '../../claims/position-words.ts';
import type { SpecialistResult } from '../../run/run.ts';
import { specialistNames } from '../../run/specialist-name.ts';
import { gradeOf } from '../grade.ts';
import type { Block, Section } from '../document.ts';
import type { SectionSource } from '../report-source.ts';
import { heading, inlines, table } from '../wording.ts';

/** The brief of each specialist, then where they take different positions, with all sides. */
export function specialistsSay(source: SectionSource): Section {
  return {
    id: 'specialists',
    title: 'What the specialists say, and where they disagree',
    blocks: [
      ...source.specialists.flatMap(briefOf),
      ...source.synthesis.dissents.flatMap((dissent) => sidesOf(dissent, source)),
    ],
  };
}

function briefOf({ name, brief }: SpecialistResult): Block[] {
  if (brief.length === 0) return [];
  return [
    heading(specialistNames[name]),
    ...brief.map((words): Block => ({ kind: 'paragraph', inlines: words })),
  ];
}

function sidesOf(dissent: Dissent, { synthesis, needs, say }: SectionSource): Block[] {
  const claims = synthesis.claims.filter((claim) => dissent.claims.includes(claim.id));
  const need = needs.find(({ id }) => id === dissent.need)?.title ?? 'the whole engagement';
  return [
    heading(`Disagreement on ${subjectLabels[dissent.subject]}: ${need}`),
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
