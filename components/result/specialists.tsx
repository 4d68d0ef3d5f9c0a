import { Inlines } from '#components/figure/inlines.tsx';
import { Card } from '#components/ui/card.tsx';
import { InterfaceNumber } from '#components/ui/interface-number.tsx';
import { specialistNames } from '#lib/domain/run/specialist-name.ts';
import { ResultSection } from './result-section.tsx';
import type { ResultView } from './result-view.ts';

type Props = {
  view: ResultView;
  questions: ReadonlyMap<string, string>;
  /** The specialists whose prose no language model wrote. */
  setOutByAnalyst: ReadonlySet<string>;
};

/** The brief of each specialist under the question that it answers. */
export function Specialists({ view, questions, setOutByAnalyst }: Props) {
  return (
    <ResultSection id="specialists" title="What the specialists say">
      {view.specialists.map(({ name, brief, author, removals }) => (
        <Card key={name} className="px-5 py-4">
          <h3 className="font-semibold">{specialistNames[name]}</h3>
          <p className="text-[0.8125rem] text-ink-faint">{questions.get(name)}</p>
          <div className="mt-2 grid max-w-prose gap-2.5">
            {brief.length === 0 ? (
              <p className="text-ink-soft">Nothing to say on what is known so far.</p>
            ) : (
              brief.map((inlines) => (
                <p key={JSON.stringify(inlines)}>
                  <Inlines inlines={inlines} figure={view.figure} />
                </p>
              ))
            )}
          </div>
          <p className="mt-3 text-xs text-ink-faint">
            {setOutByAnalyst.has(name)
              ? 'Set out by the built-in analyst from computed facts.'
              : `Written by ${author.model}.`}
            {removals.length === 0 ? null : (
              <>
                {' '}
                <InterfaceNumber value={removals.length} />{' '}
                {removals.length === 1 ? 'sentence was' : 'sentences were'} left out for a number without a
                source.
              </>
            )}
          </p>
        </Card>
      ))}
    </ResultSection>
  );
}
