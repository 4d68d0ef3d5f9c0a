import { Inlines } from '#components/figure/inlines.tsx';
import type { Prose } from '#lib/domain/gate/prose.ts';
import type { ResultView } from './result-view.ts';

/** Prose of the run, through the gate. */
export function Say({ prose, view }: { prose: Prose; view: ResultView }) {
  return <Inlines inlines={view.say(prose)} figure={view.figure} />;
}
