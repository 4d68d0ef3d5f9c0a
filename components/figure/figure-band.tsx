import type { FigureView } from '#lib/domain/figure/view.ts';

/** The 80 % band of a figure beside it; nothing for a figure that is exact. */
export function FigureBand({ view }: { view: FigureView }) {
  return view.band === undefined ? null : (
    <span data-figure-band={view.id} className="text-[0.8125rem] text-ink-faint tabular-nums">
      {view.band}
    </span>
  );
}
