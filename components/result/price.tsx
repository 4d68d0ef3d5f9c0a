import { FigureValue } from '#components/figure/figure.tsx';
import type { FigureId } from '#lib/domain/figure/figure.ts';
import type { Option } from '#lib/domain/options/option.ts';
import type { ResultView } from './result-view.ts';

/** A price of an option: "at least" while parts of it are missing, "not priced" without any, never a zero. */
export function Price({
  option,
  figure,
  view,
}: {
  option: Option;
  figure: FigureId | undefined;
  view: Pick<ResultView, 'figure'>;
}) {
  if (figure === undefined)
    return <span className="text-ink-faint">{option.parts.length === 0 ? 'not priced' : '–'}</span>;
  return (
    <>
      {option.missing.length === 0 ? null : <span className="text-ink-faint">at least </span>}
      <FigureValue view={view.figure(figure)} unitInHead />
    </>
  );
}
