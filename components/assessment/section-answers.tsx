import { Card } from '#components/ui/card.tsx';
import { AnswerText } from './answer-text.tsx';
import type { AskedGroup } from './asked-question.ts';

/** The questions of one page with their answers, for those who may not change them. */
export function SectionAnswers({ groups }: { groups: readonly AskedGroup[] }) {
  return (
    <div className="grid gap-6">
      {groups.map(({ title, questions }) => (
        <section key={title ?? ''} aria-label={title}>
          {title === undefined ? null : <h3 className="mb-2 text-sm font-semibold">{title}</h3>}
          <Card>
            <dl className="divide-y divide-line">
              {questions.map(({ path, field, answer, reads }) => (
                <div
                  key={path}
                  id={path}
                  className="grid scroll-mt-32 gap-x-8 gap-y-1 px-5 py-3 target:bg-accent-soft/50 sm:grid-cols-[minmax(0,17rem)_minmax(0,1fr)]"
                >
                  <dt className="text-sm font-medium">{field.label}</dt>
                  <dd className="min-w-0 text-sm whitespace-pre-line text-ink-soft">
                    {reads === undefined ? (
                      <span className="text-ink-faint">Not asked yet</span>
                    ) : (
                      <AnswerText path={path} reads={reads} />
                    )}
                    {answer?.quote === undefined ? null : (
                      <blockquote className="mt-1 border-l-2 border-line pl-3 text-ink-faint italic">
                        {answer.quote}
                      </blockquote>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </Card>
        </section>
      ))}
    </div>
  );
}
