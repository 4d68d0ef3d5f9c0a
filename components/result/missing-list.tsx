import type { Missing } from '#lib/domain/options/option.ts';
import { questionOfPath, type ResultView } from './result-view.ts';

/** What could not be told, why, and what would settle it. */
export function MissingList({ gaps, view }: { gaps: readonly Missing[]; view: ResultView }) {
  return (
    <ul className="grid gap-2 text-sm">
      {gaps.map(({ what, because, settledBy }) => (
        <li key={`${what} ${because}`}>
          {what}
          <span className="block text-[0.8125rem] text-ink-soft">{because}</span>
          {settledBy === undefined ? null : (
            <span className="block text-[0.8125rem] text-ink-faint">
              Settled by: {questionOfPath(view, settledBy) ?? settledBy}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
