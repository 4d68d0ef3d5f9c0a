import { Download, LoaderCircle } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import type { WorkState } from './progress-state.ts';

/** The PDF of a finished run: to download, or how far it is. That it failed is told where there is room for the reason. */
export function ReportDownload({ runId, state }: { runId: string; state: WorkState }) {
  if (state === 'failed') return null;
  if (state !== 'done')
    return (
      <Button disabled>
        <LoaderCircle aria-hidden className="animate-spin" />
        The PDF is being made
      </Button>
    );
  return (
    <Button asChild look="primary">
      <a href={`/api/runs/${runId}/report`} download>
        <Download aria-hidden />
        Download PDF
      </a>
    </Button>
  );
}
