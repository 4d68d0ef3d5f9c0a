import { LinkRow, RowList } from '#components/ui/row-list.tsx';
import { When } from '#components/ui/when.tsx';
import type { RunState } from '#lib/domain/run/run.ts';
import { RunStateBadge } from './run-state-badge.tsx';

export type RunRow = {
  id: string;
  assessmentId: string;
  assessmentVersion: number;
  state: RunState;
  createdAt: Date;
};

/** Runs as rows that lead to them; `titles` are those of their assessments. */
export function RunRows({ runs, titles }: { runs: readonly RunRow[]; titles: ReadonlyMap<string, string> }) {
  return (
    <RowList label="Analyses">
      {runs.map((run) => (
        <LinkRow
          key={run.id}
          href={`/runs/${run.id}`}
          title={titles.get(run.assessmentId) ?? 'Analysis'}
          detail={
            <>
              Version {run.assessmentVersion}, started <When at={run.createdAt} withTime />
            </>
          }
          facts={<RunStateBadge state={run.state} />}
        />
      ))}
    </RowList>
  );
}
