import type { Figure, FigureId } from '../../figure/figure.ts';
import type { LedgerBuilder } from '../../figure/ledger-builder.ts';

/**
 * A function that gives a figure as it is when others are replaced: everything between is written again by the same
 * formulas, under the id that `idOf` makes of the old one; a figure that rests on nothing replaced is itself.
 */
export function replayer(
  ledger: LedgerBuilder,
  replaced: ReadonlyMap<FigureId, Figure>,
  idOf: (id: FigureId) => FigureId,
): (figure: Figure) => Figure {
  const replayed = new Map(replaced);
  const replay = (figure: Figure): Figure => {
    const known = replayed.get(figure.id);
    if (known !== undefined) return known;
    const again = computed(figure);
    replayed.set(figure.id, again);
    return again;
  };
  const computed = (figure: Figure): Figure => {
    if (figure.kind !== 'computed') return figure;
    const before = figure.inputs.flatMap((id) => ledger.get(id) ?? []);
    const inputs = before.map(replay);
    if (inputs.every((input, at) => input === before[at])) return figure;
    const { label, unit } = figure;
    return ledger.computeLike({ id: idOf(figure.id), label, unit }, figure, inputs);
  };
  return replay;
}
