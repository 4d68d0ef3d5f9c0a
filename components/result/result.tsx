import { Answer } from './answer.tsx';
import { Disagreements } from './disagreements.tsx';
import { Assumptions, Sources } from './foundations.tsx';
import { Questions, WhatIsMissing } from './open-points.tsx';
import { Options } from './options.tsx';
import { Recommendations } from './recommendations.tsx';
import { SectionList, type SectionLink } from './section-list.tsx';
import { Specialists } from './specialists.tsx';

const sections: readonly SectionLink[] = [
  { id: 'answer', title: 'The answer first' },
  { id: 'recommendations', title: 'Recommendations' },
  { id: 'options', title: 'Options and costs' },
  { id: 'specialists', title: 'What the specialists say' },
  { id: 'disagreements', title: 'Where they disagree' },
  { id: 'questions', title: 'Questions for the client' },
  { id: 'missing', title: 'What is missing' },
  { id: 'assumptions', title: 'Assumptions used' },
  { id: 'sources', title: 'Sources' },
];

type Props = Parameters<typeof Specialists>[0];

/** Everything a finished run has found, on one page. */
export function Result({ view, ...rest }: Props) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-4 lg:grid-cols-[10.5rem_minmax(0,1fr)]">
      <SectionList sections={sections} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-10">
        <Answer view={view} />
        <Recommendations view={view} />
        <Options view={view} />
        <Specialists view={view} {...rest} />
        <Disagreements view={view} />
        <Questions view={view} />
        <WhatIsMissing view={view} />
        <Assumptions view={view} />
        <Sources view={view} />
      </div>
    </div>
  );
}
