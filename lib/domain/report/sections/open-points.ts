import { fieldAt } from '../../assessment/describe-answer.ts';
import type { Inline } from '../../gate/prose.ts';
import { specialistNames } from '../../run/specialist-name.ts';
import type { Block, Cell, Section } from '../document.ts';
import type { SectionSource } from '../report-source.ts';
import { enumerate, heading, inlines, paragraph, table } from '../wording.ts';

/** Risks, questions for the client and what is missing: what the advice does not yet stand on. */
export function openPoints(source: SectionSource): Section {
  return {
    id: 'open-points',
    title: 'What is open: risks, questions, gaps',
    blocks: [...risks(source), ...questionsForTheClient(source), ...whatIsMissing(source)],
  };
}

/** Every risk that a recommendation names, once, with where it comes from. */
function risks({ synthesis, say }: SectionSource): Block[] {
  const named = synthesis.recommendations.flatMap((recommendation) =>
    recommendation.risks.map((risk) => ({ risk, recommendation })),
  );
  const rows = [...Map.groupBy(named, ({ risk }) => risk)].map(([risk, same]) => [
    say(risk),
    same.flatMap(({ recommendation }, index): Inline[] =>
      inlines(index === 0 ? '' : '; ', say(recommendation.title)),
    ),
  ]);
  const told = table('Risks', ['Risk', 'Of the recommendation'], rows);
  return told.length === 0 ? [] : [heading('What can go wrong'), ...told];
}

/** What only the client can settle. */
function questionsForTheClient({ synthesis, assessment, say }: SectionSource): Block[] {
  if (synthesis.questions.length === 0) return [];
  return [
    heading('What only the client can settle'),
    ...table(
      'Questions for the client',
      ['Question', 'Why it matters', 'About', 'Asked by'],
      synthesis.questions.map((question) => [
        inlines(question.question),
        say(question.because),
        inlines(fieldAt(assessment, question.answer)?.label ?? ''),
        inlines(specialistNames[question.specialist]),
      ]),
    ),
  ];
}

/** What could not be priced, sized or judged, and what would settle it. */
function whatIsMissing({ missing, needs }: SectionSource): Block[] {
  const gaps = [
    ...missing.map((gap) => ({ gap, where: 'The whole engagement' })),
    ...needs.flatMap((need) =>
      [...need.missing, ...need.options.flatMap((option) => option.missing)].map((gap) => ({
        gap,
        where: need.title,
      })),
    ),
  ];
  const distinct = [...Map.groupBy(gaps, ({ gap }) => `${gap.what}\n${gap.because}`).values()];
  const rows = distinct.flatMap((same): Cell[][] => {
    const [first] = same;
    if (first === undefined) return [];
    const where = enumerate([...new Set(same.map((each) => each.where))]);
    return [
      [first.gap.what, first.gap.because, first.gap.settledBy ?? '', where].map((words) => inlines(words)),
    ];
  });
  if (rows.length === 0) return [];
  return [
    heading('What is missing'),
    paragraph('What is named here is in no sum of this report. It is unknown, which is not zero.'),
    ...table('Not priced, not sized or not judged', ['What', 'Why', 'What would settle it', 'Where'], rows),
  ];
}
