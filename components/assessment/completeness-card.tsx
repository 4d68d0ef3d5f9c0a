import { Card, CardHeader } from '#components/ui/card.tsx';
import { InterfaceNumber } from '#components/ui/interface-number.tsx';
import { Progress } from '#components/ui/progress.tsx';
import type { Completeness } from '#lib/domain/assessment/completeness.ts';

/** Who the client is, and how far the talk with it has come. */
export function CompletenessCard({ client, done }: { client: string | undefined; done: Completeness }) {
  const answered = done.bySection.reduce((sum, section) => sum + section.answered, 0);
  const asked = done.bySection.reduce((sum, section) => sum + section.asked, 0);
  const percent = Math.round(done.share * 100);
  return (
    <Card>
      <CardHeader
        title={client ?? 'No client named in the assessment'}
        hint="How much of the intake is done, the questions that decide the advice counting most."
      />
      <div className="grid gap-3 p-5">
        <p className="flex flex-wrap items-baseline justify-between gap-2">
          <span className="text-2xl font-semibold">
            <InterfaceNumber value={percent} /> %
          </span>
          <span className="text-sm text-ink-soft">
            <InterfaceNumber value={answered} of={asked} /> questions dealt with
          </span>
        </p>
        <Progress share={done.share} label="Completeness" />
        {done.knownUnknowns.length === 0 ? null : (
          <p className="text-[0.8125rem] text-ink-faint">
            <InterfaceNumber value={done.knownUnknowns.length} /> of them without a value: the client does not
            know, or they do not apply.
          </p>
        )}
      </div>
    </Card>
  );
}
