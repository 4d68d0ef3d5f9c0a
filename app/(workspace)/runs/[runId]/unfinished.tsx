import { CircleSlash, CircleX } from 'lucide-react';
import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import { Card } from '#components/ui/card.tsx';
import { Empty } from '#components/ui/empty.tsx';
import type { readRun } from '#lib/usecases/run/read-run.ts';

/** A run that ended without a result: why, and where to start again. */
export function Unfinished({ run }: { run: Awaited<ReturnType<typeof readRun>>['run'] }) {
  const cancelled = run.state === 'cancelled';
  return (
    <Card>
      <h2 className="sr-only">No result</h2>
      <Empty
        icon={cancelled ? CircleSlash : CircleX}
        title={cancelled ? 'This analysis was cancelled' : 'This analysis failed'}
        action={
          <Button asChild look="primary">
            <Link href={`/assessments/${run.assessmentId}`}>Open the assessment</Link>
          </Button>
        }
      >
        {cancelled
          ? 'It has no result. The assessment is unchanged; start an analysis there again.'
          : `${run.failedBecause ?? 'It ended before there was a result.'} The assessment is unchanged; start an analysis there again.`}
      </Empty>
    </Card>
  );
}
